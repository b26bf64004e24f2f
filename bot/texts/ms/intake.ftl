# Teks Melayu untuk fail yang dihantar kepada bot. Setiap id ialah ahli actions/intake/keys.py dan ada juga dalam en/intake.ftl.

intake-title = Import fail
intake-file = Fail
intake-send-file = Hantar fail yang betul (.jsonl, .csv, .xlsx, .json atau .jsonld).
intake-status = Status
intake-choose-status = Entri daripada fail ini disimpan sebagai apa?
intake-status-pending = Menunggu semakan
intake-status-published = Terus diterbitkan
intake-preview =
    <b>{ $name }</b>
    Entri baharu: { $added } · berubah: { $changed } · sama: { $unchanged }
    Belum ada yang disimpan.
intake-known = Semakan yang sudah ada dan dibiarkan: { $count }
intake-differs = Baris { $line }: { $id } mempunyai keputusan lain di sana ({ $verdict }). Baca semula sumbernya.
intake-same-page = Baris { $line }: { $id } datang daripada halaman yang sama dengan { $known }.
intake-alike = Baris { $line }: { $id } serupa dengan { $known } ({ $percent } %).
intake-more-lines = … dan { $count } lagi.
intake-faults =
    <b>{ $name } tidak diimport.</b> Masalah: { $count }. Betulkan semuanya dan hantar fail itu sekali lagi; tiada apa-apa yang berubah.
intake-fault = Baris { $line }: { $problem } → { $mend }
intake-fault-of-field = Baris { $line }, { $field }: { $problem } → { $mend }
intake-unreadable = Fail itu tidak dapat dibaca, jadi tiada apa-apa yang berubah: { $problem }
intake-nothing-new = Semua entri dalam fail itu sudah ada. Tiada apa-apa yang berubah.
intake-done =
    <b>Sudah diimport.</b>
    Baharu: { $added } · berubah: { $changed } · sama: { $unchanged }
    Status: { $status }
intake-button-review = Lihat yang menunggu
