command-quiz = Berlatih dengan kuiz ringkas
quiz-private-only = Kuiz hanya berfungsi dalam sembang peribadi dengan saya. Buka profil saya dan tekan Mesej.
quiz-menu =
    <b>Kuiz</b>
    Tekan satu tema dan soalan pertama akan muncul. Soalan yang pernah tersilap akan kembali; yang sudah dikuasai direhatkan.
quiz-theme-count = {$theme} ({$number})
quiz-all-themes = Semua tema ({$number})
quiz-length = {$number} soalan
quiz-difficulty-any = Semua tahap
quiz-difficulty-1 = Mudah
quiz-difficulty-2 = Sederhana
quiz-difficulty-3 = Sukar
theme-voting = Mengundi
theme-rules = Peraturan dan undang-undang
theme-skills = Menyemak sendiri
theme-scam = Penipuan
theme-impersonation = Penyamaran
theme-ai-made = Buatan AI
theme-emotion = Mainan emosi
theme-false-context = Konteks palsu
theme-fabricated = Rekaan
theme-scapegoating = Kambing hitam
theme-other = Tema lain
quiz-none = Belum ada soalan untuk pilihan ini. Sila pilih tema atau tahap lain.
quiz-begun = {$number} soalan: {$theme}. Jawab mengikut rentak anda.
button-quiz-why = Mengapa? (selepas menjawab)
notice-quiz-answer-first = Jawab soalan itu dahulu.
notice-quiz-gone = Kuiz ini tiada lagi. /quiz untuk memulakan yang baharu.
notice-quiz-no-explanation = Soalan ini tiada penerangan.
quiz-explanation = {$explanation}
button-quiz-source = Sumber
quiz-score = Anda menjawab {$right} daripada {$total} dengan betul.
quiz-practise = Elok dilatih lagi: {$themes}. Soalan ini akan kembali.
quiz-all-right = Semuanya betul. Soalan ini kini direhatkan.
quiz-rumour-week =
    Khabar angin minggu ini, seperti yang tular:
    <i>{$claim}</i>
    Benar atau tidak?
quiz-rumour-recent =
    Khabar angin terbaharu yang saya tahu, seperti yang tular:
    <i>{$claim}</i>
    Benar atau tidak?
button-quiz-rumour = Lihat yang benar
button-quiz-again = Kuiz lagi
