# Teks bahasa Melayu. Every id is a member of actions/message_key.py and stands in en/voter.ftl with the same variables.
# Tags: <b>, <i>, <a>, <blockquote> only, and none in buttons, notices, commands, the profile or what is shared.

### Joining

line-pair =
    { $first }
    { $second }
paragraph-pair =
    { $first }

    { $second }

### Dates

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
month-1 = Januari
month-2 = Februari
month-3 = Mac
month-4 = April
month-5 = Mei
month-6 = Jun
month-7 = Julai
month-8 = Ogos
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Disember

### Verdicts

verdict-false = ❌ PALSU
verdict-misleading = ⚠️ MENGELIRUKAN
verdict-missing-context = 🧩 KURANG KONTEKS
verdict-altered = ✂️ DIUBAH SUAI
verdict-unproven = ❔ BELUM TERBUKTI
verdict-satire = 🎭 SATIRA
verdict-true = ✅ BENAR

### A fact-check or a guideline, shown

fact-check =
    <b>{ $verdict }</b>
    <blockquote>{ $claim }</blockquote>
    { $summary }

    <i>{ $checked }</i>
checked-by = Disemak oleh { $publisher }
checked-by-dated = Disemak oleh { $publisher }, { $date }
according-to = Menurut { $publisher }
according-to-dated = Menurut { $publisher }, { $date }
guideline =
    <b>{ $title }</b>
    { $body }

    <i>{ $read }</i>
owned-by = { $owner }
owned-by-dated = { $owner }, seperti dibaca pada { $date }
note-corrected = ✏️ Dibetulkan pada { $date }: { $note }
note-no-longer-valid = Jawapan ini terpakai hingga { $date }. Semak sumbernya untuk keadaan sekarang.
note-review-due = Jawapan ini patut disemak semula sebelum atau pada { $date } tetapi belum disemak. Rujuk sumbernya.
note-spr-notice = Tarikh, masa dan tatacara boleh berubah: semak notis terkini SPR di spr.gov.my.
note-other-language = Setakat ini entri ini hanya ditulis dalam bahasa Inggeris.
share-fact-check =
    { $verdict }: “{ $claim }”
    { $sentence }
    { $checked }
share-guideline =
    { $title }
    { $sentence }
    { $read }
changed-since-seen = ✏️ Jawapan ini telah dibetulkan selepas anda melihatnya pada { $date }. Inilah yang diketahui sekarang:
changed-since-shared = ✏️ Jawapan ini diubah selepas pautan ini dikongsi: { $parts }. Inilah yang diketahui sekarang:
part-verdict = keputusan (dahulu { $before })
part-name = susunan kata perkara yang ditanya
part-text = isi jawapan
part-source = sumber
part-scope = tempat atau tempoh jawapan ini terpakai
entry-unknown = Pautan ini menuju ke entri yang tidak ada pada saya. Hantar dakwaan itu sendiri dan saya akan mencarinya.
entry-pending = Entri ini masih menunggu kelulusan orang kedua, jadi saya belum boleh menunjukkannya. Hantar dakwaan itu dan saya akan mencari apa yang sudah diterbitkan.
entry-withdrawn = Jawapan ini sudah ditarik balik, jadi jangan sebarkan jawapan lama itu. Hantar dakwaan itu untuk melihat apa yang diketahui sekarang.

### States, and what an entry applies to

list-pair = { $first }, { $second }
election-federal = pilihan raya umum
election-state = pilihan raya negeri
election-by-election = pilihan raya kecil
election-named = { $name }
note-applies-to = Skop: { $scope }
state-johor = Johor
state-kedah = Kedah
state-kelantan = Kelantan
state-melaka = Melaka
state-negeri-sembilan = Negeri Sembilan
state-pahang = Pahang
state-perak = Perak
state-perlis = Perlis
state-pulau-pinang = Pulau Pinang
state-sabah = Sabah
state-sarawak = Sarawak
state-selangor = Selangor
state-terengganu = Terengganu
state-kuala-lumpur = Kuala Lumpur
state-labuan = Labuan
state-putrajaya = Putrajaya

### Checking a claim

claim-choices =
    Ini mirip dakwaan yang sudah disemak, tetapi saya tidak pasti yang mana satu. Khabar angin sering diubah sedikit, jadi sila pilih yang sama maksudnya dengan mesej anda:

    { $claims }
claim-choice-single =
    Ini mirip dakwaan yang sudah disemak, tetapi saya tidak pasti. Khabar angin sering diubah sedikit, jadi sila sahkan sama ada maksud mesej anda sama dengan yang ini:

    { $claims }
choice-line = { $number }. <i>{ $claim }</i>
no-match =
    Belum ada semakan fakta tentang ini. Jangan percaya atau kongsi dahulu.
    • { $first }
    • { $second }
no-match-after-choices =
    Kalau begitu, belum ada semakan fakta tentang mesej anda. Jangan percaya atau kongsi dahulu.
    • { $first }
    • { $second }
not-my-claim =
    Dicatat: jawapan tadi tentang perkara lain. Tiada semakan fakta lain yang pasti sepadan, jadi jangan percaya mesej itu dahulu.
    • { $first }
    • { $second }
related-rule = Peraturan di bawah mungkin membantu.
claim-missing = Saya belum nampak dakwaannya. Hantar ayat atau pautan yang anda mahu semak, atau balas mesej itu dengan /check.
claim-too-short = Mesej ini terlalu pendek untuk dipadankan. Tulis dakwaan itu dalam satu ayat penuh: siapa, apa dan di mana.
caption-says-nothing = Buat masa ini saya hanya membaca perkataan, bukan isi gambar atau video. Taip apa yang tertulis atau apa yang didakwa di dalamnya.
ask-for-claim = Hantar atau majukan mesej yang anda ragui: teks, kapsyen atau pautan. Saya akan mencari semakan fakta yang sudah diterbitkan.

### Tips when nothing is known

tip-link = Jangan tekan pautannya atau isi maklumat diri. Taip sendiri alamat rasmi agensi itu.
tip-money = Bantuan sebenar diumumkan di saluran rasmi agensi dan tidak meminta bayaran, OTP atau kata laluan.
tip-already-paid = Jika anda sudah memberi wang atau maklumat bank, telefon NSRC di 997 dengan segera.
tip-picture = Cari gambar itu dengan Google Lens untuk melihat bila ia mula muncul.
tip-video = Cari video penuh di akaun asalnya. Klip boleh dipotong, dan suara boleh ditiru dengan AI.
tip-election = Semak laman atau media sosial rasmi SPR (spr.gov.my).
tip-health = Tanya KKM (moh.gov.my), doktor atau ahli farmasi sebelum mengikutnya.
tip-emergency = Semak akaun rasmi polis, Bomba atau NADMA sebelum memberi amaran kepada orang lain.
tip-anger = Mesej tentang kaum, agama atau Raja-Raja cepat menimbulkan marah. Tunggu sumber rasmi sebelum berkongsi.
tip-forwarded = Mesej berantai sering berulang: cari dahulu sama ada ia pernah disemak.
tip-quote = Cari ucapan atau kenyataan penuhnya. Petikan pendek boleh hilang konteks.
tip-date = Lihat tarikhnya. Berita lama sering dikongsi semula seolah-olah baharu.
tip-number = Cari angka itu di sumber asalnya. Angka mudah berubah apabila mesej disebarkan.
tip-origin = Siapa yang mula-mula mengatakannya, dan bila?
tip-two-sources = Cari kenyataan rasmi atau dua media yang anda kenali.
how-to-check =
    <b>Semak sendiri dalam dua minit</b>
    1. Berhenti dahulu. Siapa yang mengatakannya, dan bila?
    2. Cari kata kuncinya bersama perkataan “semakan fakta”.
    3. Lihat sama ada agensi berkaitan, atau dua media yang anda kenali, menyatakan perkara yang sama.
    4. Semak gambar dengan carian imej. Baca alamat penuh sesuatu pautan sebelum menekannya.
    Masih ragu-ragu? Jangan kongsi.

### Sending to fact-checkers

tip-offer = Saya boleh menyimpan mesej ini untuk penyemak fakta. Hanya teksnya disimpan, dan tiada masa jawapan dijanjikan.
tip-stored =
    Disimpan untuk penyemak fakta (nombor { $number }).
    Mereka membaca yang paling banyak ditanya dahulu; tiada masa jawapan dijanjikan. Sementara itu, jangan percaya atau kongsi dahulu.
tip-already-stored = Anda sudah menghantar mesej ini; ia disimpan untuk penyemak fakta sebagai nombor { $number }. Tiada masa jawapan dijanjikan.
tip-text-gone = Saya tidak nampak lagi mesej asal bagi butang ini. Hantar semula mesej itu, kemudian tekan “Hantar kepada penyemak fakta”.

### Rules, voter information, how-to

guideline-choices = Saya tidak pasti yang mana satu maksud anda, dan jawapannya berbeza. Sila pilih satu:
guideline-choice-single = Adakah ini yang anda cari?
guideline-more = Lagi tentang perkara yang sama:
guideline-none = Saya tidak menemukan peraturan atau panduan tentang itu. Anda boleh bertanya apa yang dibenarkan di TikTok dan platform lain, cara mengundi, undang-undang tentang perkongsian, tempat melapor dan cara menyemak sendiri. Cuba guna perkataan lain, atau pilih bidang:
guideline-no-more = Tiada lagi tentang perkara ini. Pilih bidang untuk melihat soalan lain:
rules-menu = Peraturan, maklumat pengundi dan panduan. Pilih bidang, atau terus taip soalan anda:
rules-empty = Belum ada peraturan atau panduan yang diterbitkan di sini. Anda masih boleh menghantar dakwaan untuk disemak.
rules-area =
    <b>{ $area }</b>
    Pilih soalan, atau taip soalan anda sendiri.
area-civic-election-integrity = Pilihan raya di platform
area-misinformation = Maklumat palsu
area-gpppa = Akaun politik
area-ai-generated-content = Kandungan buatan AI
area-impersonation = Akaun palsu
area-spam-fake-engagement = Spam, pengikut palsu
area-hate-speech = Ucapan kebencian
area-harassment = Gangguan
area-political-ads = Iklan politik
area-reporting = Cara melapor
area-privacy = Privasi
area-voter-info = Mengundi
area-law = Undang-undang
area-literacy-skill = Semak sendiri
area-organisation = Organisasi

### Latest and trending

latest =
    <b>Semakan fakta terbaharu</b>
    { $claims }

    Tekan nombor untuk jawapan penuh.
latest-line = { $number }. { $verdict } · { $claim } ({ $date })
latest-empty = Belum ada semakan fakta yang diterbitkan di sini. Hantar dakwaan kepada saya: jika tiada yang diketahui, saya akan nyatakan dengan jelas.
trending =
    <b>Ditanya dalam tujuh hari lepas</b>
    { $claims }

    Tekan nombor untuk jawapan penuh.
trending-line = { $number }. { $verdict } · { $claim }
trending-line-counted = { $number }. { $verdict } · { $claim } · ditanya oleh { $people } orang
trending-empty = Tiada sesiapa menerima jawapan semakan fakta di sini dalam tujuh hari lepas, jadi tiada apa-apa untuk disenaraikan. Ini boleh membantu:

### Start, help, about

welcome =
    Selamat datang! Saya mencari semakan fakta yang sudah diterbitkan tentang dakwaan tular di Malaysia, dan menjawab tentang peraturan pilihan raya dan platform.
    Hantar atau majukan mesej yang anda ragui, atau cuba contoh dahulu.
sample-intro =
    Ini khabar angin yang pernah tular:
    <blockquote>{ $claim }</blockquote>
    Inilah jawapan saya apabila seseorang menghantarnya:
sample-empty = Belum ada semakan fakta yang diterbitkan untuk dijadikan contoh. Hantar apa-apa dakwaan: jika tiada yang diketahui, saya akan nyatakan dengan jelas.
help =
    <b>Apa yang saya boleh buat</b>
    • Majukan atau tampal dakwaan: saya mencari semakan fakta yang sudah diterbitkan.
    • Tanya tentang peraturan: “Bolehkah calon membeli iklan TikTok?”
    • Dalam kumpulan, balas sesuatu mesej dengan /check.

    /check semak dakwaan
    /rules peraturan dan maklumat pengundi
    /latest semakan fakta terbaharu
    /trending apa yang orang tanya
    /subscribe ringkasan harian dan pembetulan
    /language Melayu atau Inggeris
    /privacy apa yang saya simpan, dan cara memadamnya
    /about siapa di sebalik bot ini
about =
    <b>SaferTogether</b> menjawab dengan semakan fakta dan panduan bagi kempen #SaferTogether di Malaysia.
    • Setiap jawapan ditulis atau diluluskan oleh manusia dan menyebut sumbernya; saya tidak mereka apa-apa.
    • Saya hanya tahu apa yang diterbitkan di sini. “Belum disemak” tidak bermakna benar atau palsu.
    • Saya hanya membaca perkataan, bukan gambar, suara atau video.
    • Saya tidak menyebelahi mana-mana pihak dan tidak memberi nasihat mengundi.
    Kodnya sumber terbuka (Apache-2.0). Setiap entri ialah ringkasan dalam perkataan kami sendiri; hak ke atas teks asal kekal pada sumbernya.

### Language

language-choose = Anda mahu jawapan dalam bahasa apa?
language-set = Mulai sekarang saya akan menjawab dalam bahasa Melayu. Hantar dakwaan, atau lihat apa yang saya boleh buat.

### Privacy

privacy =
    <b>Apa yang saya simpan tentang anda</b>
    • Kod berkunci sebagai ganti ID Telegram anda: tiada nama, tiada nombor telefon.
    • Bahasa pilihan anda.
    • Jawapan yang anda terima, bila dan dalam sembang mana, selama 90 hari: untuk mengira apa yang orang tanya dan memberitahu anda jika jawapan dibetulkan. /subscribe boleh mematikan mesej itu.
    • Penilaian anda terhadap jawapan.
    • Teks mesej yang anda hantar kepada penyemak fakta dan, hanya jika anda minta diberitahu, sembang anda sehingga anda diberitahu.
    • Ringkasan harian anda, jika ada: sembang, waktu dan topik.
    • Apa yang sedang dihantar kepada anda, paling lama 60 hari; apa yang anda mula isi, selama 7 hari.
    • Set soalan yang anda simpan.
    • Kuiz: soalan yang anda jawab dengan betul, supaya latihan sesuai dengan anda. Dalam kelas: nama samaran dan jawapan anda, sehingga tarikhnya, dan alamat untuk menghantarnya kepada anda.
    • Hanya jika anda menyertai pasukan penyemak fakta: nama, peranan dan sembang anda selagi anda ahli. Apa yang anda lakukan di situ kekal dalam log pasukan, di bawah nama itu, selagi bot ini beroperasi, juga selepas anda memadam data anda.
    Mesej lain dibaca untuk menjawab anda dan tidak disimpan. Telegram menyimpan sembang ini mengikut peraturannya sendiri.
privacy-in-group = Untuk memadam data anda, buka sembang peribadi dengan saya dan hantar /privacy.
forget-member = Anda ahli pasukan penyemak fakta: nama, peranan dan sembang anda di situ turut dipadam. Apa yang anda lakukan di situ kekal dalam log pasukan, di bawah nama anda ketika itu, selagi bot ini beroperasi.
forget-confirm = Ini akan memadam apa yang saya simpan tentang anda: { $language }; { $tips } mesej untuk penyemak fakta; { $feedback } penilaian; { $questions } rekod jawapan; { $sets } set soalan. Data itu tidak boleh dipulihkan. Padam?
forget-language-kept = pilihan bahasa anda
forget-language-none = tiada pilihan bahasa
forget-nothing = Saya tidak menyimpan apa-apa tentang anda, jadi tiada apa-apa untuk dipadam.
forget-done = Sudah dipadam: { $language }; { $tips } mesej untuk penyemak fakta; { $feedback } penilaian; { $questions } rekod jawapan; { $sets } set soalan. Saya akan bermula semula jika anda menulis lagi.
forget-classes = Juga: { $classes } kelas yang anda sertai atau buka (kelas anda dipadam bersama semua keputusannya) dan { $quizzes } rekod kuiz anda.
forget-cancelled = Tiada apa-apa dipadam. Anda boleh menghantar dakwaan pada bila-bila masa.

### Feedback

feedback-thanks = Terima kasih, sudah dicatat.
feedback-sorry = Terima kasih, sudah dicatat. Cuba hantar dakwaan itu dengan perkataan lain.
feedback-how = Terima kasih kerana memberitahu. Tekan “Membantu” atau “Tidak membantu” di bawah jawapan yang dimaksudkan: begitulah saya mengiranya. Jika ada fakta yang salah, hantar butirannya kepada penyemak fakta di bawah.

### A person, a bot, small talk

talk-to-human = Tiada orang di sebalik sembang ini. Yang berikut menerima pertanyaan atau laporan:
talk-to-human-none = Tiada orang di sebalik sembang ini, dan belum ada maklumat hubungan yang diterbitkan di sini. Anda boleh menyimpan mesej untuk penyemak fakta; tiada masa jawapan dijanjikan.
greet = Hai! Hantar atau majukan dakwaan yang anda ragui, atau tanya saya tentang peraturan pilihan raya dan platform.
thank = Sama-sama. Hantar mesej meragukan yang seterusnya sebelum anda berkongsi.
goodbye = Jumpa lagi. Saya ada di sini apabila sesuatu mesej meragukan anda.
bot-challenge = Saya bot, dibina oleh projek SaferTogether. Saya tidak menulis fakta sendiri: setiap jawapan ditulis atau diluluskan oleh manusia dan menyebut sumbernya.
out-of-scope = Itu di luar pengetahuan saya. Saya menyemak dakwaan tular dan menjawab tentang pilihan raya, peraturan platform dan cara melapor di Malaysia.
voting-advice = Saya tidak memberitahu siapa yang patut diundi, dan saya tidak menyebelahi mana-mana pihak. Saya boleh menyemak dakwaan tentang calon atau parti, atau menerangkan cara mengundi.
opinion-race-religion-royalty = Saya tidak memberi pendapat tentang kaum, agama atau Raja-Raja. Jika ada dakwaan di dalamnya, hantar sebagai satu ayat dan saya akan mencari semakan fakta.

### What went wrong, and the next thing to do

photo-without-caption = Buat masa ini saya hanya membaca perkataan. Taip apa yang tertulis pada gambar itu dan saya akan mencari semakan fakta.
video-not-read = Saya tidak boleh menonton video. Taip dakwaan utamanya dalam satu ayat dan saya akan mencari semakan fakta.
voice-not-read = Saya tidak boleh mendengar suara atau audio. Taip dakwaan utamanya dalam satu ayat dan saya akan mencari semakan fakta.
sticker-not-read = Saya tidak boleh membaca pelekat atau animasi. Hantar dakwaan itu dalam perkataan.
file-unreadable = Saya tidak boleh membuka fail itu. Salin ayat yang anda ragui dan hantar sebagai teks.
content-not-read = Saya tidak boleh membaca mesej jenis itu. Hantar dakwaan itu dalam perkataan, atau hantar pautannya.
too-fast = Mesej anda datang lebih pantas daripada saya boleh menjawab. Tunggu { $seconds } saat, kemudian hantar semula mesej terakhir.
too-long = Mesej itu melebihi { $limit } aksara. Hantar bahagian yang mengandungi dakwaan sahaja.
button-unknown = Butang ini tidak berfungsi lagi. Sila hantar semula mesej anda.
button-expired = Butang ini sudah terlalu lama. Sila hantar semula mesej anda.
command-unknown = Saya tidak kenal arahan itu. Tekan /help untuk melihat apa yang saya boleh buat, atau terus hantar dakwaan.
index-unavailable = Saya tidak dapat mencari semakan fakta sekarang. Ini tidak bermakna mesej anda benar atau palsu. Sila cuba lagi dalam beberapa minit.
internal-error = Ada yang tidak kena di pihak kami dan mesej anda belum dijawab. Ralat ini direkodkan sebagai { $code }. Sila hantar semula sebentar lagi.
group-welcome = Hai! Saya akan senyap dalam kumpulan ini. Untuk menyemak sesuatu mesej, balas mesej itu dengan /check.

### Buttons

button-source = Sumber
button-more-source = Sumber { $number }
button-share = Kongsi
button-not-my-claim = Bukan dakwaan ini
button-helpful = Membantu
button-not-helpful = Tidak membantu
button-none = Tiada yang sama
button-not-this = Bukan yang ini
button-choice = { $number }. { $claim }
button-send-tip = Hantar kepada penyemak fakta
button-how-to-check = Cara semak sendiri
button-more-guidelines = Lagi tentang ini
button-guides = Panduan menyemak
button-all-areas = Semua bidang
button-next = Soalan lain
button-try-sample = Cuba contoh khabar angin
button-help = Apa yang anda boleh buat?
button-rules = Peraturan dan mengundi
button-latest = Semakan fakta terbaharu
button-trending = Apa yang orang tanya
button-check = Semak dakwaan
button-language-ms = Bahasa Melayu
button-language-en = English
button-delete-data = Padam data saya
button-delete-confirm = Ya, padam
button-delete-cancel = Tidak, simpan

### Commands and profile

command-start = Mula, pilih bahasa, cuba contoh
command-help = Apa yang saya boleh buat
command-check = Semak dakwaan
command-rules = Peraturan platform dan maklumat pengundi
command-latest = Semakan fakta terbaharu
command-trending = Apa yang orang tanya
command-language = Melayu atau Inggeris
command-privacy = Apa yang saya simpan, dan cara memadamnya
command-about = Siapa di sebalik bot ini
profile-description =
    Ragu dengan mesej tular tentang Malaysia? Hantar atau majukan ke sini. Saya mencari semakan fakta yang sudah diterbitkan dan menyebut sumbernya. Saya juga menjawab tentang peraturan pilihan raya dan platform. Bahasa Melayu dan Inggeris. Tidak perlu akaun.
profile-short-description = Menyemak dakwaan tular di Malaysia dengan semakan fakta yang sudah diterbitkan. Melayu dan Inggeris.
