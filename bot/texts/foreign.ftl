# One line for people who write in a language the bot does not speak yet. Added to both bundles: each line is in its
# own language, whoever reads it.

foreign-zh = 我目前只看得懂马来文和英文。请用其中一种语言发送这则消息，或者发送它的链接。
foreign-ta = இப்போது எனக்கு மலாய், ஆங்கிலம் ஆகிய மொழிகள் மட்டுமே புரியும். இச்செய்தியை அவற்றில் ஒன்றில் அனுப்புங்கள், அல்லது அதன் இணைப்பை அனுப்புங்கள்.
foreign-hi = मैं अभी केवल मलय और अंग्रेज़ी समझता हूँ। कृपया यह संदेश इनमें से किसी एक भाषा में भेजें, या इसका लिंक भेजें।
foreign-id = Untuk saat ini saya hanya memahami bahasa Melayu dan Inggris. Kirimkan pesan itu dalam salah satu bahasa tersebut, atau kirimkan tautannya.
foreign-ar = أفهم حاليًا اللغتين الملايوية والإنجليزية فقط. أرسل الرسالة بإحداهما، أو أرسل رابطها.
foreign-bn = আমি এখন শুধু মালয় ও ইংরেজি বুঝি। বার্তাটি এই দুটির যেকোনো একটি ভাষায় পাঠান, অথবা এর লিংক পাঠান।
foreign-ne = म अहिले मलाय र अङ्ग्रेजी मात्र बुझ्छु। कृपया यो सन्देश यीमध्ये कुनै एक भाषामा पठाउनुहोस्, वा यसको लिङ्क पठाउनुहोस्।
foreign-my = လောလောဆယ် မလေးဘာသာနှင့် အင်္ဂလိပ်ဘာသာကိုသာ နားလည်ပါသည်။ ဤစာကို ထိုဘာသာတစ်ခုခုဖြင့် ပို့ပါ၊ သို့မဟုတ် ၎င်း၏လင့်ခ်ကို ပို့ပါ။
foreign-th = ตอนนี้เข้าใจเฉพาะภาษามลายูและภาษาอังกฤษเท่านั้น กรุณาส่งข้อความนี้เป็นภาษาใดภาษาหนึ่ง หรือส่งลิงก์มา
foreign-vi = Hiện tại tôi chỉ hiểu tiếng Mã Lai và tiếng Anh. Vui lòng gửi tin này bằng một trong hai ngôn ngữ đó, hoặc gửi đường liên kết.
foreign-fil = Sa ngayon, Malay at Ingles lamang ang naiintindihan ko. Pakipadala ang mensahe sa isa sa mga wikang iyon, o ipadala ang link nito.
foreign-other =
    Setakat ini saya hanya memahami bahasa Melayu dan Inggeris. Hantar mesej itu dalam salah satu bahasa tersebut, atau hantar pautannya.
    I understand only Malay and English for now. Please send the message in one of them, or send its link.
