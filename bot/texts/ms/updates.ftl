# Apa yang diberitahu kemudian: susulan, pembetulan, ringkasan harian (actions/updates).

updates-follow-offer = Saya boleh menulis kepada anda sekali apabila mesej ini selesai disemak. Untuk itu saya perlu menyimpan tempat sembang anda sehingga anda diberitahu.
updates-followed = Saya akan menulis kepada anda sekali apabila penyemak fakta selesai dengan mesej anda (nombor { $number }). Tempat sembang anda disimpan hanya sehingga itu; /privacy boleh memadamnya lebih awal.
updates-follow-unknown = Mesej itu tidak lagi ada pada saya. Hantar sekali lagi, kemudian tekan “Hantar kepada penyemak fakta”.
updates-checked = Anda bertanya tentang “{ $words }”. Penyemak fakta sudah ada jawapan:
updates-closed-opinion = Anda bertanya tentang “{ $words }”. Menurut penyemak fakta, ia ialah pendapat, yang tidak boleh dikatakan benar atau palsu.
updates-closed-not-checkable = Anda bertanya tentang “{ $words }”. Penyemak fakta tidak dapat menyemaknya: tiada sumber yang mengesahkan atau menafikannya. Tolong jangan kongsi.
updates-closed-satire = Anda bertanya tentang “{ $words }”. Menurut penyemak fakta, ia dibuat sebagai satira: gurauan, bukan berita.
updates-corrected = ✏️ Kami membetulkan jawapan yang kami beri kepada anda pada { $date }: “{ $claim }”
updates-corrected-verdict = Sebelum: { $before }. Sekarang: { $now }.
updates-corrected-note = Apa yang berubah: { $note }
updates-corrections-off = Anda tidak akan menerima lagi mesej tentang jawapan yang dibetulkan. Jawapan yang anda cari sendiri sentiasa yang terkini.
updates-corrections-on = Saya akan memberitahu anda apabila jawapan yang anda terima dalam 90 hari lalu dibetulkan.
updates-subscribe =
    <b>Ringkasan harian</b>
    Paling banyak tiga dakwaan yang baru disemak sehari, pada waktu pilihan anda (waktu Malaysia). Jika tiada yang baharu, tiada mesej dihantar. Untuk ini saya menyimpan tempat sembang, waktu dan topik anda sehingga anda mematikannya.

    Pilih waktu:
updates-subscribed = Ringkasan anda dihantar pada pukul { $hour }:00, tentang { $topics }. Pilih topik atau waktu lain, atau matikan:
updates-unsubscribed = Ringkasan harian sudah dimatikan dan tetapannya dipadam.
updates-not-subscribed = Anda tidak menerima ringkasan harian daripada saya.
updates-private-only = Ini hanya boleh dibuat dalam sembang peribadi dengan saya.
updates-digest =
    <b>Baru disemak</b>
    { $claims }

    Tekan nombor untuk jawapan penuh.
updates-digest-line = { $number }. { $verdict } · { $claim }
updates-topics-all = semua topik
updates-topics-elections = pilihan raya dan pengundian
updates-topics-money = wang dan penipuan
updates-topics-safety = kesihatan dan keselamatan
button-updates-follow = Beritahu saya apabila selesai
button-updates-current = Lihat jawapan terkini
button-updates-stop-corrections = Jangan beritahu saya tentang pembetulan
button-updates-start-corrections = Beritahu saya tentang pembetulan
button-updates-stop-digest = Matikan ringkasan
button-updates-hour = { $hour }:00
button-updates-subscribe = Ringkasan harian
command-subscribe = Ringkasan harian dan pembetulan
updates-eve-on = Suis malam pengundian dipasang: bot hanya menghantar prosedur mengundi dengan sendirinya. Yang lain menunggu.
updates-eve-off = Suis malam pengundian dimatikan: susulan, pembetulan dan ringkasan dihantar seperti biasa.
updates-eve-held = Dipasang. Mesej ditahan: { $letters }. Hanya prosedur mengundi dihantar sekarang; soalan orang tetap dijawab.
updates-eve-released = Dimatikan. Mesej dilepaskan: { $letters }.
button-updates-eve-on = Tahan
button-updates-eve-off = Lepaskan
command-eve = Malam pengundian: tahan semua kecuali prosedur
