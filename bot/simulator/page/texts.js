/** Every text of the page, in both languages. A test keeps the two lists of keys equal. */
export const TEXTS = {
  ms: {
    skip: "Terus ke ruang menulis", tagline: "Cuba bot tanpa internet", chats: "Sembang",
    switchLanguage: "Tukar bahasa: English", actingAs: "Anda bertindak sebagai", addPerson: "Tambah orang",
    addGroup: "Kumpulan baharu", local: "Semuanya kekal dalam komputer ini.", back: "Kembali ke senarai",
    chatActions: "Pilihan sembang", messages: "Mesej", suggestions: "Cadangan", menu: "Senarai arahan",
    write: "Tulis mesej", attach: "Lampirkan gambar atau fail", pasteForward: "Majukan teks dari luar",
    send: "Hantar", bot: "bot", members: "{n} ahli dan bot", typing: "sedang menaip…", blocked: "bot disekat",
    whatCanItDo: "Apa yang bot ini boleh buat?", pickChat: "Sila pilih satu sembang.", start: "MULA",
    unblock: "Nyahsekat bot", block: "Sekat bot", today: "Hari ini", yesterday: "Semalam", you: "Anda",
    edited: "disunting", forwardedFrom: "Dimajukan daripada {name}", via: "melalui @{name}",
    reply: "Balas", forward: "Majukan", edit: "Sunting", copy: "Salin teks", remove: "Padam",
    messageActions: "Pilihan mesej", replyingTo: "Membalas {name}", editing: "Menyunting mesej",
    cancel: "Batal", save: "Simpan", ok: "Baik", name: "Nama", username: "Nama pengguna (pilihan)",
    language: "Bahasa telefon", malay: "Melayu", english: "Inggeris", mandarin: "Mandarin", tamil: "Tamil",
    groupName: "Nama kumpulan", groupMembers: "Ahli kumpulan", forwardTo: "Majukan kepada",
    originName: "Dimajukan daripada siapa?", forwardText: "Teks yang dimajukan", caption: "Kapsyen (pilihan)",
    asPhoto: "Hantar sebagai gambar", sendFile: "Hantar lampiran", photo: "Gambar", document: "Fail",
    quiz: "Kuiz", poll: "Undian", anonymous: "tanpa nama", public: "nama kelihatan",
    voters: "{n} jawapan", noVotes: "Belum ada jawapan", closed: "sudah tamat", right: "Betul",
    wrong: "Kurang tepat", yours: "Pilihan anda", vote: "Hantar jawapan", explanation: "Penjelasan",
    joined: "{name} menambah bot ke dalam kumpulan ini", left: "Bot tiada lagi dalam kumpulan ini",
    pinnedNote: "Bot menyemat satu mesej", pinned: "Disemat: {text}", copied: "Sudah disalin.",
    cannot: "Maaf, itu tidak dapat dilakukan di sini.", lost: "Sambungan terputus. Cuba menyambung semula…",
    tooBig: "Maaf, fail ini melebihi 50 MB.", chooseChat: "Pilih sembang untuk berkongsi",
    noResults: "Tiada hasil", unread: "{n} belum dibaca", spoiler: "Teks tersembunyi, tekan untuk lihat",
    unsupported: "Mesej", noCommands: "Bot belum menetapkan arahan.",
  },
  en: {
    skip: "Skip to writing", tagline: "Try the bot without internet", chats: "Chats",
    switchLanguage: "Change language: Melayu", actingAs: "You are acting as", addPerson: "Add a person",
    addGroup: "New group", local: "Everything stays on this computer.", back: "Back to the list",
    chatActions: "Chat options", messages: "Messages", suggestions: "Suggestions", menu: "Command menu",
    write: "Write a message", attach: "Attach a photo or file", pasteForward: "Forward text from elsewhere",
    send: "Send", bot: "bot", members: "{n} members and the bot", typing: "typing…", blocked: "bot blocked",
    whatCanItDo: "What can this bot do?", pickChat: "Please choose a chat.", start: "START",
    unblock: "Unblock the bot", block: "Block the bot", today: "Today", yesterday: "Yesterday", you: "You",
    edited: "edited", forwardedFrom: "Forwarded from {name}", via: "via @{name}",
    reply: "Reply", forward: "Forward", edit: "Edit", copy: "Copy text", remove: "Delete",
    messageActions: "Message options", replyingTo: "Replying to {name}", editing: "Editing a message",
    cancel: "Cancel", save: "Save", ok: "OK", name: "Name", username: "Username (optional)",
    language: "Phone language", malay: "Malay", english: "English", mandarin: "Mandarin", tamil: "Tamil",
    groupName: "Group name", groupMembers: "Group members", forwardTo: "Forward to",
    originName: "Forwarded from whom?", forwardText: "The forwarded text", caption: "Caption (optional)",
    asPhoto: "Send as a photo", sendFile: "Send attachment", photo: "Photo", document: "File",
    quiz: "Quiz", poll: "Poll", anonymous: "anonymous", public: "names visible",
    voters: "{n} answered", noVotes: "No answers yet", closed: "closed", right: "Right",
    wrong: "Not quite", yours: "Your choice", vote: "Send answer", explanation: "Explanation",
    joined: "{name} added the bot to this group", left: "The bot is no longer in this group",
    pinnedNote: "The bot pinned a message", pinned: "Pinned: {text}", copied: "Copied.",
    cannot: "Sorry, that cannot be done here.", lost: "Connection lost. Trying again…",
    tooBig: "Sorry, this file is over 50 MB.", chooseChat: "Choose a chat to share in",
    noResults: "No results", unread: "{n} unread", spoiler: "Hidden text, press to see",
    unsupported: "Message", noCommands: "The bot has not set any commands.",
  },
};

let language = localStorage.getItem("language") === "en" ? "en" : "ms";

export const currentLanguage = () => language;

export function t(key, values = {}) {
  return TEXTS[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export function setLanguage(code) {
  language = code;
  localStorage.setItem("language", code);
}

/** Fills in every element marked with data-t, data-t-label or data-t-placeholder. */
export function translatePage() {
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll("[data-t]")) {
    (node.querySelector(".label") ?? node).textContent = t(node.dataset.t);
  }
  for (const node of document.querySelectorAll("[data-t-label]")) {
    node.setAttribute("aria-label", t(node.dataset.tLabel));
    if (node.matches("button")) node.title = t(node.dataset.tLabel);
  }
  for (const node of document.querySelectorAll("[data-t-placeholder]")) node.placeholder = t(node.dataset.tPlaceholder);
}
