# Set soalan pendidik sendiri. Setiap id ialah ahli actions/question_sets/keys.py.

set-list =
    <b>Set soalan anda</b>
    Tekan satu set untuk melihat, mengubah atau berkongsinya. Hantar fail CSV atau XLSX pada bila-bila masa untuk set baharu.
set-list-empty =
    <b>Anda belum ada set soalan</b>
    Dapatkan templat, isi dan hantar semula di sini sebagai XLSX atau CSV. Atau tulis soalan di sini satu demi satu. Dengan kod pendidik lain: /sets KOD
set-private-only = Set soalan dibuat dalam sembang peribadi dengan saya. Buka sembang itu dan hantar /sets.
set-shown =
    <b>{ $title }</b>
    { $number } soalan · { $languages }
    Kongsi dengan pendidik lain melalui kodnya: <b>{ $code }</b>
set-shown-others =
    <b>{ $title }</b>
    { $number } soalan · { $languages } · kod { $code }
    Set ini milik pendidik lain. Simpan salinan untuk mengubahnya atau menggunakannya dengan kelas anda.
set-languages-both = Melayu dan Inggeris
set-languages-ms = Melayu
set-languages-en = Inggeris
set-languages-none = sebahagian Melayu, sebahagian Inggeris
set-gone = Set soalan ini sudah tiada, atau bukan milik anda untuk diubah. Minta kodnya semula, atau lihat set anda sendiri.
set-code-wrong = Tiada set soalan dengan kod ini. Semak dengan pendidik yang memberinya: lapan aksara, seperti K7M4-RPTW.
set-too-many-sets = Anda sudah ada 50 set soalan, jadi tiada ruang lagi. Padam satu yang tidak diperlukan, kemudian cuba semula.
set-full = Satu set memuatkan paling banyak { $limit } soalan. Keluarkan satu dahulu, atau mulakan set lain.
set-saved = Sudah disimpan: “{ $title }”, { $number } soalan. Semua baris betul.
set-replaced = Soalan dalam “{ $title }” sudah diganti: kini { $number } soalan.
set-copied = Sudah disalin. Set ini kini milik anda; set pendidik itu tidak berubah.
set-file-coming = Fail akan tiba sebentar lagi. Isi atau ubah, kekalkan namanya, dan hantar semula di sini.
set-delete-ask = Padam “{ $title }” dengan semua soalannya? Ia tidak boleh dipulihkan. Kelas yang pernah menggunakannya kekal keputusannya.
set-deleted = “{ $title }” sudah dipadam.
set-question =
    <b>{ $question }</b>
    { $options }
set-question-explained = <i>{ $text }</i>
set-outdated = Semakan fakta asal soalan ini sudah berubah. Soalan ini tidak ditanya sehingga anda membacanya semula: tekan Ubah, pastikan ia masih betul, dan simpan.
set-question-gone = Soalan itu sudah tiada dalam set. Buka set itu semula untuk melihat yang ada.
set-question-dropped = Soalan { $number } sudah dikeluarkan daripada set.
set-facts = Semakan fakta mana hendak dijadikan soalan? Ini yang terbaharu.
set-facts-none = Belum ada semakan fakta yang diterbitkan untuk dijadikan soalan.
set-proposed = Sudah ditawarkan. Soalan ini masuk kuiz semua orang sebaik sahaja ahli pasukan yang lain membacanya (/review).
set-proposed-already = Soalan ini pernah ditawarkan: ia sedang menunggu, atau sudah diputuskan.
set-propose-unexplained = Soalan untuk semua orang perlu penjelasan dalam setiap bahasanya. Tekan Ubah, tulis penjelasannya, dan tawarkan semula.
set-fact-kinds =
    “{ $claim }”
    Apa yang hendak ditanya kepada kelas tentangnya?

set-faults = { $number } perkara perlu dibetulkan. Tiada apa-apa disimpan: betulkan fail anda dan hantar semula.
set-faults-more = … dan { $number } lagi.
set-fault-line = Baris { $line }: { $problem }
set-fault-cell = Baris { $line }, { $column }: { $problem }
set-fault-too-big = Fail ini melebihi { $limit } kB. Buang gambar dan helaian yang tidak perlu, atau pecahkannya.
set-fault-no-table = Ini bukan CSV atau XLSX. Simpan sebagai salah satu daripadanya.
set-fault-not-utf8 = Fail ini tidak ditulis dalam UTF-8 di sini. Simpan sebagai “CSV UTF-8”, atau hantar XLSX.
set-fault-broken-workbook = Buku kerja ini tidak dapat dibuka. Simpan semula sebagai XLSX dan hantar.
set-fault-open-quote = tanda petik tidak ditutup; yang di bawahnya tidak dibaca. Tulis tanda petik dalam teks dua kali.
set-fault-no-header = baris pertama mesti menamakan lajur: soalan, A hingga D dan jawapan betul. Salin daripada templat.
set-fault-unknown-column = Saya tidak kenal lajur “{ $shown }”. Guna nama dalam templat, atau padam lajur itu.
set-fault-doubled-column = lajur ini ada dua. Kekalkan satu.
set-fault-no-questions = tiada soalan di bawah baris pertama. Tulis satu soalan pada setiap baris.
set-fault-too-many = satu set memuatkan paling banyak { $limit } soalan. Letakkan yang lain dalam fail lain.
set-fault-no-language = tiada soalan. Tulis dalam bahasa Melayu, Inggeris atau kedua-duanya, atau padam baris ini.
set-fault-missing = ia kosong. Isi, atau kosongkan semua sel bahasa ini.
set-fault-too-long = { $length } aksara; paling banyak { $limit }. Pendekkan { $excess } aksara.
set-fault-line-breaks = paling banyak { $limit } kali baris baharu. Cantumkan beberapa baris.
set-fault-no-right = tiada jawapan betul dinyatakan. Tulis A, B, C atau D.
set-fault-unknown-right = “{ $shown }” bukan salah satu pilihan. Tulis A, B, C atau D.
set-fault-unknown-level = “{ $shown }” bukan aras. Tulis 1 (mudah), 2 atau 3 (sukar), atau biarkan kosong.
set-fault-same-option = “{ $shown }” sudah ada. Tulis empat pilihan yang berbeza.
set-fault-same-question = soalan yang sama ada pada baris { $first }. Ubah satu, atau padam.
set-fault-too-many-cells = bilangan sel melebihi bilangan lajur. Letakkan teks yang ada koma antara tanda petik.

set-form-title = set soalan baharu
set-form-question = soalan untuk set anda
set-label-title = Tajuk
set-label-language = Bahasa
set-label-question-ms = Soalan (BM)
set-label-question-en = Soalan (BI)
set-label-options-ms = Pilihan (BM)
set-label-options-en = Pilihan (BI)
set-label-explanation-ms = Huraian (BM)
set-label-explanation-en = Huraian (BI)
set-label-right = Jawapan betul
set-label-level = Aras
set-ask-title = Apakah nama set ini? Contohnya: Tingkatan 4, minggu 3.
set-ask-language = Soalan ini dalam bahasa apa?
set-ask-question-ms = Tulis soalan dalam bahasa Melayu, paling banyak 300 aksara.
set-ask-question-en = Tulis soalan dalam bahasa Inggeris, paling banyak 300 aksara.
set-ask-options-ms = Tulis empat pilihan dalam bahasa Melayu, satu pada setiap baris, paling banyak 100 aksara setiap satu.
set-ask-options-en = Tulis empat pilihan dalam bahasa Inggeris, satu pada setiap baris, paling banyak 100 aksara setiap satu.
set-ask-explanation-ms = Mengapa begitu? Huraikan dalam bahasa Melayu, paling banyak 200 aksara. Pelajar melihatnya selepas menjawab.
set-ask-explanation-en = Mengapa begitu? Huraikan dalam bahasa Inggeris, paling banyak 200 aksara. Pelajar melihatnya selepas menjawab.
set-ask-right = Pilihan mana yang betul? A ialah baris pertama.
set-ask-level = Sukarkah soalan ini?
set-text-too-long = Teks itu { $length } aksara; paling banyak { $limit }. Pendekkan { $excess } aksara.
set-not-four = Saya jumpa { $number } baris. Hantar tepat empat, satu pilihan pada setiap baris.

button-set-list = Set soalan saya
button-set-open = { $title } ({ $number })
button-set-question = { $number }. { $question }
button-set-outdated = ↻ { $number }. { $question }
button-set-template = Dapatkan templat
button-set-new = Tulis di sini
button-set-add = Tambah soalan
button-set-from-fact = Daripada semakan fakta
button-set-verdict = Apakah keputusannya?
button-set-clue = Petunjuk mana mendedahkannya?
button-set-file = Dapatkan fail
button-set-copy = Simpan salinan
button-set-delete = Padam set
button-set-delete-yes = Ya, padam
button-set-change = Ubah
button-set-drop = Keluarkan
button-set-propose = Tawarkan kepada semua
button-set-back = Kembali
button-set-more = Soalan lagi
button-set-ms = Melayu
button-set-en = Inggeris
button-set-both = Kedua-dua
button-set-level-1 = 1 mudah
button-set-level-2 = 2 sederhana
button-set-level-3 = 3 sukar

command-sets = Set soalan anda sendiri untuk kelas
