# Teks Melayu untuk meja penyemak fakta. Setiap id ialah ahli actions/desk/keys.py dan ada juga dalam en/desk.ftl.

### Who may do what

contribute-how =
    Terima kasih kerana mahu membantu. Entri di sini ditulis dan diluluskan oleh satu pasukan kecil, dan pemiliknya menjemput orang melalui pautan: hubungi organisasi yang mengendalikan bot ini.
    Anda boleh membantu sekarang juga: hantar mesej yang meragukan dan tekan “Hantar kepada penyemak fakta”. Yang paling banyak ditanya disemak dahulu.
private-only = Meja penyemak fakta hanya boleh digunakan dalam sembang peribadi. Buka sembang dengan saya dan cuba lagi di sana.
role-needed = Itu memerlukan peranan { $role }. Hubungi pemilik pasukan (/team).
role-contributor = penyumbang
role-reviewer = pengulas
role-owner = pemilik
no-longer-member = Anda bukan lagi ahli pasukan, jadi ini tidak dapat disimpan. Minta pemilik menjemput anda semula.
cluster-gone = Kumpulan mesej ini sudah ditutup, dijawab atau digabungkan. /queue menunjukkan yang masih terbuka.
cluster-taken = { $name } sedang mengerjakannya. Anda boleh mengambilnya apabila dilepaskan atau selepas dua jam.
own-entry = Sebahagian daripadanya ditulis oleh anda sendiri, jadi ahli lain perlu memutuskannya.
decided-already = Perkara ini sudah diputuskan oleh ahli lain. /review menunjukkan yang masih menunggu.
entry-changed = Entri itu telah diubah oleh orang lain sementara itu. Mulakan pembetulan semula daripada versi semasa: /correct

### The desk

desk =
    <b>Meja penyemak fakta</b>
    Anda { $name }, { $role }.
    • Ditanya dan masih terbuka: { $clusters }
    • Menunggu ulasan: { $waiting }
    • Perlu disemak semula: { $stale }

    /queue apa yang ditanya orang
    /add tulis entri
    /review luluskan kerja ahli lain
    /correct ID betulkan entri
    /recheck entri untuk disemak semula
    /team ahli pasukan
    /name tukar nama anda
button-desk = Meja penyemak
button-queue = Senarai tanya
button-write = Tulis entri
button-mine = Entri saya
button-recheck = Perlu semak semula
button-review = Ulasan
button-team = Pasukan
button-audit = Log

### Team

team =
    <b>Pasukan</b> ({ $count })
    { $members }
team-line = • { $name }: { $role }
team-invitations =
    <b>Jemputan terbuka</b>
    { $invitations }
team-invitation = { $number }. { $role }, tinggal { $hours } jam
invitation =
    Jemputan untuk seorang { $role }, sah selama { $days } hari dan untuk sekali guna. Hantar pautan ini kepada orang itu sahaja; ia tidak ditunjukkan lagi:
    { $link }
member = <b>{ $name }</b> ialah { $role }. Pilih peranan lain, atau keluarkan daripada pasukan.
button-invite-contributor = Jemput penyumbang
button-invite-reviewer = Jemput pengulas
button-invite-owner = Jemput pemilik
button-revoke = Batalkan { $number }
button-remove = Keluarkan daripada pasukan
notice-revoked = Jemputan itu tidak boleh digunakan lagi.
notice-not-revoked = Jemputan itu sudah digunakan, dibatalkan atau tamat tempoh.
notice-role-changed = Peranan sudah ditukar.
notice-removed = Dia bukan lagi ahli pasukan.
notice-settings-owner = Tiada yang berubah: dia bukan ahli pasukan, sudah memegang peranan ini, atau ditetapkan sebagai pemilik dalam tetapan.
desk-notices-are-on = Saya menulis kepada anda apabila ada yang baharu menunggu orang kedua, paling kerap sekali sejam.
desk-notices-are-off = Saya tidak menulis kepada anda apabila ada yang baharu menunggu orang kedua; lihat di /review.
button-notices-on = Beritahu saya kerja baharu
button-notices-off = Jangan beritahu kerja baharu
new-work = Baharu untuk orang kedua: “{ $claim }”. /review menunjukkan semua yang masih menunggu.
new-work-file = Satu fail membawa { $count ->
        [one] 1 entri
       *[other] { $count } entri
    } untuk orang kedua. /review menunjukkan semua yang masih menunggu.
invitation-unknown = Saya tidak mengenali jemputan ini. Minta pautan baharu.
invitation-used = Jemputan ini sudah digunakan; setiap satu sah sekali sahaja. Minta pautan baharu.
invitation-revoked = Jemputan ini telah ditarik balik. Minta pautan baharu.
invitation-expired = Jemputan ini sudah tamat tempoh. Minta pautan baharu.
ask-name = Anda dijemput sebagai { $role }. Apakah nama yang patut digunakan oleh pasukan? Nama itu kekal di sebelah kerja anda dalam log pasukan; tidak semestinya nama sebenar. Saya juga menyimpan alamat sembang ini untuk memberitahu anda tentang entri anda.
ask-new-name = Apakah nama yang patut digunakan oleh pasukan mulai sekarang? Log mengekalkan nama lama di tempat ia digunakan.
joined = Selamat datang, { $name }. Anda kini { $role }. /desk menunjukkan apa yang menunggu.
renamed = Pasukan kini mengenali anda sebagai { $name }.

### Log

audit =
    <b>Log</b>, yang terbaharu dahulu
    { $entries }
audit-line = { $at } · { $name } ({ $hash }) · { $deed } · { $subject }
audit-line-detail = { $at } · { $name } ({ $hash }) · { $deed } · { $subject } · <i>{ $detail }</i>
audit-empty = Belum ada apa-apa dilakukan di meja ini.
deed-invited = menjemput
deed-invitation-revoked = membatalkan jemputan
deed-joined = menyertai
deed-renamed = menukar nama
deed-role-changed = menukar peranan
deed-removed = mengeluarkan daripada pasukan
deed-claimed = mengambil
deed-released = melepaskan
deed-linked = memautkan
deed-closed = menutup
deed-merged = menggabungkan
deed-split = mengasingkan
deed-submitted = menghantar
deed-edited = mengubah
deed-sent-back = memulangkan
deed-rejected = menolak
deed-approved = meluluskan
deed-corrected = meluluskan pembetulan
deed-rechecked = menyemak semula
deed-imported = mengimport

### Queue

queue =
    <b>Ditanya dan belum dijawab</b>: { $count }
    { $clusters }
queue-line = { $number }. { $people ->
        [one] 1 orang
       *[other] { $people } orang
    }, { $age }: { $claim }
queue-line-claimed = { $number }. { $people ->
        [one] 1 orang
       *[other] { $people } orang
    }, { $age }, diambil oleh { $name }: { $claim }
queue-state = Hanya yang ditanya orang di { $state }.
queue-language-ms = Hanya yang ditanya dalam bahasa Melayu.
queue-language-en = Hanya yang ditanya dalam bahasa Inggeris.
queue-empty = Tiada yang terbuka di sini. Cuba penapis lain, atau lihat entri yang perlu disemak semula: /recheck
queue-which-state = Saya tidak mengenali negeri itu. Tulis /queue sahaja, atau bersama negeri, seperti /queue Johor.
age-minutes = { $count } minit
age-hours = { $count } jam
age-days = { $count ->
        [one] 1 hari
       *[other] { $count } hari
    }
button-queue-demand = Paling banyak ditanya
button-queue-oldest = Paling lama menunggu
button-queue-newest = Terbaharu
button-queue-all = Semua
button-queue-free = Belum diambil
button-queue-mine = Diambil saya
button-queue-language-ms = Bahasa Melayu
button-queue-language-en = Bahasa Inggeris
button-queue-language-any = Dua-dua bahasa
button-previous-page = ‹ Sebelum
button-next-page = Lagi ›

### One cluster

cluster =
    <b>Nombor { $number }</b>: <i>{ $claim }</i>
    Ditanya oleh { $people ->
        [one] 1 orang
       *[other] { $people } orang
    }: { $hour } dalam sejam lepas, { $day } dalam sehari lepas. Mula-mula { $first } lalu, terakhir { $last } lalu.
cluster-wordings =
    Ditulis juga sebagai:
    { $wordings }
cluster-wording = • <i>{ $text }</i>
cluster-hours =
    24 jam lepas, jam demi jam (paling banyak sejam: { $most }):
    { $bars }
cluster-states = Tempat tinggal, jika diberitahu: { $states }
state-count = { $state } { $people }
cluster-claimed = Diambil oleh { $name } untuk { $minutes } minit lagi.
checked-already =
    <b>Sudah disemak?</b>
    { $claims }
checked-already-none = Tiada semakan fakta terbitan yang serupa.
button-claim = Ambil (2 jam)
button-release = Lepaskan
button-link = Pautkan ke { $number }
button-link-other = Pautkan entri lain
button-merge = Gabung
button-split = Asingkan
button-close = Tutup
button-back-to-cluster = Kembali
button-split-off = Yang diasingkan
button-close-opinion = Ini pendapat
button-close-not-checkable = Tidak dapat disemak
button-close-satire = Ini satira
button-close-duplicate = Ini pendua
notice-claimed = Milik anda selama { $hours } jam.
notice-released = Sudah dilepaskan.
notice-list-changed = Senarai sudah berubah. Sila pilih semula.
notice-merged = Sudah digabungkan. Mesej-mesej ini kini satu kumpulan.
close-why = Mengapa ditutup tanpa entri? { $people ->
        [one] 1 orang
       *[other] { $people } orang
    } bertanya. Mereka yang mahu tahu akan diberitahu sebabnya, kecuali bagi pendua.
cluster-closed = Ditutup: { $reason }.
cluster-linked = Dipautkan kepada { $id }. Mereka yang mahu tahu akan diberitahu.
cluster-split = Mesej yang dipilih kini satu kumpulan sendiri, dan kekal begitu.
merge-which = Ke dalam kumpulan mana? Mesejnya dan mesej ini menjadi satu.
merge-none = Tiada kumpulan terbuka lain untuk digabungkan.
split-all-or-none = Pilih sebahagian daripada mesej, bukan semuanya.
link-unknown = Saya tidak menjumpai entri itu. Hantar id, pautan kongsi, atau alamat sumbernya.

### Writing: the questions

desk-form-new = entri baharu
desk-form-edit = entri yang diubah
desk-form-correct = pembetulan
desk-form-link = pautan kepada entri
desk-form-split = pengasingan
desk-form-send-back = nota kepada penulis
desk-form-reject = sebab penolakan
desk-form-join = penyertaan pasukan
desk-form-rename = nama baharu
field-claim-ms = Dakwaan (Melayu)
field-summary-ms = Jawapan (Melayu)
field-claim-en = Dakwaan (Inggeris)
field-summary-en = Jawapan (Inggeris)
field-title-ms = Tajuk (Melayu)
field-body-ms = Teks (Melayu)
field-title-en = Tajuk (Inggeris)
field-body-en = Teks (Inggeris)
field-owner = Pemilik peraturan atau khidmat
field-as-of = Dibaca pada
field-verdict = Keputusan
field-publisher = Penerbit
field-sources = Sumber
field-claim-date = Tarikh dakwaan
field-review-date = Tarikh semakan
field-topic = Topik
field-states = Negeri
field-election = Pilihan raya
field-valid-until = Sah hingga
field-review-by = Semak semula sebelum
field-correction-ms = Nota (Melayu)
field-correction-en = Nota (Inggeris)
field-entry = Entri
field-tips = Mesej
field-note = Nota
field-name = Nama
ask-claim-ms = Dakwaan dalam bahasa Melayu, satu ayat seperti yang tersebar, bukan penafiannya. Langkau jika mahu menulis dalam bahasa Inggeris sahaja buat masa ini.
ask-summary-ms = Apa yang sebenarnya, dalam bahasa Melayu: beberapa ayat dengan perkataan anda sendiri, dan siapa yang berkata begitu. Paling panjang 1,000 aksara.
ask-claim-en = Dakwaan dalam bahasa Inggeris, satu ayat seperti yang tersebar. Langkau jika mahu menulisnya kemudian.
ask-summary-en = Apa yang sebenarnya, dalam bahasa Inggeris: beberapa ayat dengan perkataan anda sendiri, dan siapa yang berkata begitu. Paling panjang 1,000 aksara.
ask-title-ms = Tajuk atau soalan dalam bahasa Melayu, satu baris. Langkau untuk menulis bahasa Inggeris sahaja dahulu.
ask-body-ms = Apa yang terpakai, dalam bahasa Melayu, dengan kata-kata anda sendiri: paling banyak 1,000 aksara. Nombor dan alamat awam boleh disebut.
ask-title-en = Tajuk atau soalan dalam bahasa Inggeris, satu baris. Langkau untuk menulis bahasa Inggeris kemudian.
ask-body-en = Apa yang terpakai, dalam bahasa Inggeris, dengan kata-kata anda sendiri: paling banyak 1,000 aksara. Nombor dan alamat awam boleh disebut.
ask-owner = Peraturan atau khidmat siapa? Contohnya SPR, TikTok, MCMC.
ask-as-of = Bila halaman itu dibaca? Hari, bulan atau tahun, seperti Ogos 2026.
ask-verdict = Apakah keputusannya?
ask-publisher = Siapa yang menyemak atau menyatakannya? Contohnya Sebenarnya.my (MCMC), atau: SPR, laporan Bernama dalam The Star.
ask-sources = Alamat halaman yang anda baca, bermula dengan https://. Halaman lain, paling banyak lima, setiap satu pada baris sendiri.
ask-claim-date = Bilakah dakwaan itu tersebar? Hari, bulan atau tahun, seperti 31/8/2026, Ogos 2026 atau 2026. Langkau jika tidak diketahui.
ask-review-date = Bilakah ia disemak? Tarikh pada sumber.
ask-topic = Tentang apa?
ask-states = Adakah ia untuk negeri tertentu sahaja? Pilih atau taip, kemudian tekan “Selesai”. Langkau jika untuk seluruh negara.
ask-election = Adakah ia berkaitan pilihan raya? Pilih jenisnya, atau taip satu, seperti PRU16 atau PRN Johor 2026. Langkau jika tidak.
ask-valid-until = Hingga hari apakah jawapan ini terpakai? Contohnya hari mengundi. Langkau jika tiada tarikh luput.
ask-review-by = Bilakah ia patut disemak semula? Langkau jika tidak perlu.
ask-correction-ms = Apa yang dibetulkan, dalam satu atau dua ayat yang akan dilihat pembaca, dalam bahasa Melayu? Selepas ini anda boleh mengubah setiap bahagian. Langkau untuk menulis nota dalam bahasa Inggeris sahaja.
ask-correction-en = Nota yang sama dalam bahasa Inggeris. Langkau jika bahasa Melayu memadai buat masa ini.
ask-entry = Entri mana yang menjawabnya? Hantar id, pautan kongsi, atau alamat sumbernya.
ask-tips = Mesej mana yang bukan tentang perkara ini? Ia menjadi kumpulan sendiri.
ask-send-back-note = Apa yang patut diubah oleh penulis? Nota anda dihantar kepadanya.
ask-reject-note = Mengapa ditolak? Sebabnya dihantar kepada penulis.
button-today = Hari ini
button-half-a-year = Enam bulan lagi
button-a-year = Setahun lagi
topic-voting-process = Pengundian
topic-voter-eligibility = Kelayakan pengundi
topic-ballots-counting = Kertas undi, pengiraan
topic-candidates-parties = Calon, parti
topic-election-security = Keselamatan pilihan raya
topic-government-policy = Dasar kerajaan
topic-race-religion-royalty = Kaum, agama, raja
topic-public-order = Ketenteraman awam
topic-scam-finance = Penipuan, wang
topic-health = Kesihatan
topic-disaster = Bencana
topic-ai-manipulated = AI dan media diubah suai
topic-other = Lain-lain

### Writing: what cannot be taken, and how to mend it

wrong-empty = Tiada apa yang dapat saya baca. Sila tulis dengan perkataan.
wrong-too-short = Terlalu pendek. Tulis sekurang-kurangnya { $words } perkataan.
wrong-too-long = Ada { $length } aksara; paling banyak { $limit }. Pendekkan sebanyak { $over }.
wrong-only-a-link = Itu hanya pautan. Tulis dengan perkataan; sumber ditanya kemudian.
wrong-verdict-in-claim = Itu sudah memberikan keputusan. Tulis dakwaan seperti yang tersebar, tanpa “palsu” atau “benar”; keputusan ditanya berasingan.
wrong-personal-data = Ada nombor telefon, kad pengenalan, akaun atau alamat e-mel di dalamnya. Entri tidak menamakan orang persendirian: buang bahagian itu.
wrong-same-as-claim = Itu dakwaan atau tajuk yang sama. Tulis apa yang sebenarnya.
wrong-not-an-address = “{ $word }” bukan alamat web. Salin alamat penuh daripada pelayar, bermula dengan https://, satu pada setiap baris.
wrong-short-link = { $word } menyembunyikan destinasi pautan. Buka pautan itu dan salin alamat halaman sebenar.
wrong-private-page = “{ $word }” tidak boleh dibuka oleh semua orang. Beri halaman awam.
wrong-too-many-sources = Ada { $count } alamat; paling banyak { $limit } disimpan. Hantar yang terbaik.
wrong-repeated-source = “{ $word }” ada dua kali. Hantar setiap alamat sekali sahaja.
wrong-not-a-date = Saya tidak dapat membaca “{ $word }” sebagai tarikh. Tulis seperti 31/8/2026, 31 Ogos 2026, Ogos 2026 atau 2026.
wrong-no-such-day = { $word } tiada dalam kalendar. Hari dahulu, kemudian bulan.
wrong-two-digit-year = Tulis tahun dengan empat digit, seperti { $word }.
wrong-in-the-future = Hari itu belum tiba.
wrong-too-early = Itu sebelum { $year }, tahun Malaya mula mengundi. Semak tahunnya.
wrong-before-claim = Semakan tidak boleh lebih awal daripada dakwaan. Betulkan salah satu tarikh.
wrong-already-past = Hari itu sudah berlalu. Beri hari akan datang, atau langkau.
wrong-day-needed = Saya perlukan hari di sini, seperti 31/8/2026.
wrong-unknown-state = “{ $word }” bukan negeri. Maksud anda { $near }?
wrong-unknown-state-at-all = “{ $word }” bukan negeri di Malaysia. Guna butang, atau tulis Johor, Melaka.
wrong-unknown-election = Saya tidak mengenali “{ $word }” sebagai pilihan raya. Tulis PRU16, PRN Johor 2026 atau PRK Ayer Kuning 2025, atau tekan butang.
wrong-unknown-choice = “{ $word }” bukan salah satu pilihan. Sila tekan salah satu butang.
neither-language = Entri ini belum ada dalam mana-mana bahasa. Ubah jawapan: tulis dakwaan dalam bahasa Melayu atau Inggeris.
guideline-neither-language = Panduan ini belum ada dalam mana-mana bahasa. Ubah jawapan: tulis tajuknya dalam bahasa Melayu atau Inggeris.

### Writing: preview and after

preview =
    <b>Yang akan dilihat pengundi berbahasa Melayu</b>

    { $answer }
preview-missing =
    <b>Bahasa Melayu belum ada.</b> Sehingga ditulis, pengundi berbahasa Melayu akan melihat:

    { $answer }
near-duplicates =
    <b>Adakah ini salah satunya?</b> Jika ya, batalkan dan pautkan atau betulkan yang itu.
    { $claims }
submitted = Disimpan sebagai { $id }. Ahli lain perlu meluluskannya sebelum pengundi melihatnya; saya akan memberitahu keputusannya.
submitted-without-ms = Disimpan sebagai { $id }. Bahasa Melayu belum ada: tambah di “Entri saya”. Ahli lain perlu meluluskannya sebelum pengundi melihatnya; saya akan memberitahu keputusannya.
submitted-without-en = Disimpan sebagai { $id }. Bahasa Inggeris belum ada: tambah di “Entri saya”. Ahli lain perlu meluluskannya sebelum pengundi melihatnya; saya akan memberitahu keputusannya.
mine-empty = Tiada entri anda yang menunggu atau dipulangkan.
mine-waiting = Menunggu pengulas: <i>{ $claim }</i>
mine-sent-back =
    Dipulangkan kepada anda: <i>{ $claim }</i>
    Yang perlu diubah: { $note }
not-yours = Hanya penulisnya atau pengulas boleh mengubahnya.
correct-what = Entri mana? Tulis /correct dan idnya, seperti /correct titik-hitam-kertas-undi. Id itu di hujung pautan kongsinya, selepas “e_”; seluruh pautan pun boleh.
correct-unknown = Tiada entri “{ $id }”. Id itu di hujung pautan kongsinya, selepas “e_”; seluruh pautan pun boleh.
correct-not-published = Entri itu tidak diterbitkan, jadi belum ada apa-apa untuk dibetulkan atau dipautkan.
correct-under-way = Perubahan pada entri itu sudah menunggu ulasan. Lihat /review.
correction-note-missing = Nyatakan apa yang dibetulkan dalam sekurang-kurangnya satu bahasa: pembaca mesti diberitahu.
nothing-corrected = Belum ada apa-apa yang berbeza daripada yang diterbitkan. Tekan “Ubah jawapan”.

### Review

review =
    <b>Menunggu orang kedua</b>: { $written } daripada pasukan, { $brought } daripada fail
    { $entries }
review-empty = Tiada yang menunggu orang kedua di sini.
submission-by = Ditulis oleh { $name }. Baca sumbernya sebelum memutuskan.
submission-from-file = Ini daripada fail. Baca sumbernya sebelum memutuskan.
submission-pending-reason = Sebab ia menunggu: { $reason }
submission-change =
    <b>{ $field }</b>: { $before }
    → { $after }
submission-note = Diminta sebelum ini: { $note }
button-approve = Sumber sudah dibaca: terbitkan
button-send-back = Pulangkan
button-reject = Tolak
button-edit = Ubah
published = Diterbitkan: { $id }, semakan { $revision }. Mereka yang mahu tahu akan diberitahu.
correction-published = Dibetulkan: { $id }, semakan { $revision }. Mereka yang mendapat jawapan lama akan diberitahu.
submission-sent-back = { $id } dipulangkan kepada penulisnya dengan nota anda.
submission-rejected = { $id } ditolak; sebab anda dihantar kepada penulisnya.
told-published = Entri anda “{ $claim }” diluluskan dan sudah diterbitkan.
told-sent-back =
    Entri anda “{ $claim }” dipulangkan. Yang perlu diubah:
    { $note }
told-rejected =
    Entri anda “{ $claim }” ditolak:
    { $note }

### Entries to be read again

recheck =
    <b>Perlu disemak semula</b>: { $count }
    { $entries }
recheck-invalid = { $number }. terpakai hingga { $date }: { $claim }
recheck-due = { $number }. sebelum atau pada { $date }: { $claim }
recheck-empty = Semua entri terbitan masih dalam tempohnya.
recheck-what = Baca sumbernya sekali lagi. Betulkan yang sudah berubah, atau nyatakan ia masih benar.
recheck-done-already = Yang ini sudah diuruskan oleh ahli lain.
rechecked = Dicatat: { $id } masih benar. Semakan seterusnya sebelum atau pada { $date }.
button-correct = Betulkan
button-still-right = Sudah dibaca: masih benar

### Where a tip comes from

button-home = Nyatakan negeri saya
home-which = Anda di negeri mana? Penyemak fakta dapat melihat di mana khabar angin tersebar. Hanya jumlah bagi setiap negeri ditunjukkan kepada mereka.
home-noted = Dicatat: { $state }. Terima kasih.
notice-tip-gone = Mesej itu tidak lagi disimpan, jadi tiada apa yang boleh ditambah.

### Commands

command-desk = Untuk penyemak fakta: meja kerja
command-queue = Untuk penyemak fakta: apa yang ditanya orang
command-add = Untuk penyemak fakta: tulis entri
command-review = Untuk penyemak fakta: luluskan kerja ahli lain
command-correct = Untuk penyemak fakta: betulkan entri
command-recheck = Untuk penyemak fakta: entri untuk disemak semula
command-team = Untuk penyemak fakta: pasukan
command-name = Untuk penyemak fakta: tukar nama anda
command-audit = Untuk pemilik: log semua perubahan
