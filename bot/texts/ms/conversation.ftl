# Perbualan berpandu secara umum (actions/conversation). Each form's own texts are in its area's file.

form-step =
    { $prompt }

    <i>Langkah { $number } daripada { $total }</i>
form-step-again =
    { $problem }

    { $prompt }
form-step-with-answer =
    { $prompt }

    Sekarang: <i>{ $answer }</i>
form-preview-ask = Betulkah semua ini? Ia hanya disimpan apabila anda menekan butang.
form-preview-again =
    { $problem }

    Apa yang anda taip tidak hilang. Anda boleh mengubah jawapan atau cuba lagi.
form-which-answer = Jawapan mana yang ingin anda ubah?
form-chosen = ✓ { $label }
form-private-only = Ini hanya boleh dibuat dalam sembang peribadi dengan saya. Buka sembang itu dan hantar arahan di sana.
form-unfinished = Anda belum selesai dengan sesuatu yang anda mulakan. Semua yang anda taip masih disimpan. Teruskan, atau buang dahulu dan kemudian mula semula.
form-paused = Apa yang anda mulakan ({ $form }) disimpan selama { $days } hari.
form-cancel-confirm = Buang semua yang anda taip di sini ({ $form })?
form-cancelled = Sudah dibuang. Tiada apa-apa yang disimpan.
form-nothing-open = Tiada apa-apa yang belum selesai di sini.
form-answer-missing = Saya perlukan jawapan di sini; soalan ini tidak boleh dilangkau.
form-file-wanted = Saya perlukan fail di sini. Hantar fail itu sebagai dokumen.
form-words-wanted = Saya perlukan perkataan di sini, bukan fail atau gambar.
form-pick-wanted = Sila tekan salah satu butang.
form-file-too-large = Fail itu melebihi { $limit } MB. Hantar fail yang lebih kecil.
form-file-not-fetched = Saya tidak dapat mengambil fail itu daripada Telegram. Sila hantar sekali lagi.
notice-form-past = Soalan itu sudah berlalu. Gunakan mesej yang terbaharu.

button-form-back = Kembali
button-form-skip = Langkau
button-form-keep-answer = Kekalkan
button-form-done = Siap
button-form-cancel = Batal
button-form-discard = Ya, buang
button-form-resume = Teruskan
button-form-change = Ubah jawapan
button-form-finish = Ya, simpan

command-cancel = Buang apa yang anda mulakan
