# What is told later: follow-ups, corrections, the daily digest (actions/updates).

updates-follow-offer = I can write to you once when it is checked. For that I must keep where your chat is, until I have told you.
updates-followed = I will write to you once when fact-checkers have dealt with your message (number { $number }). Where your chat is, is kept only until then; /privacy deletes it sooner.
updates-follow-unknown = I no longer have that message. Send it again, then press “Send to fact-checkers”.
updates-checked = You asked about “{ $words }”. Fact-checkers have an answer:
updates-closed-opinion = You asked about “{ $words }”. The fact-checkers say that it is an opinion, which cannot be true or false.
updates-closed-not-checkable = You asked about “{ $words }”. The fact-checkers could not check it: there is no source for it either way. Please do not share it.
updates-closed-satire = You asked about “{ $words }”. The fact-checkers say that it was made as satire: a joke, not news.
updates-corrected = ✏️ We corrected an answer we gave you on { $date }: “{ $claim }”
updates-corrected-verdict = Before: { $before }. Now: { $now }.
updates-corrected-note = What changed: { $note }
updates-corrections-off = You will get no more messages about corrected answers. Answers you look up yourself are always the current ones.
updates-corrections-on = I will tell you when an answer you got in the last 90 days is corrected.
updates-subscribe =
    <b>Daily digest</b>
    At most three newly checked claims a day, at the hour you choose (Malaysia time). On days with nothing new you get nothing. For this I keep where your chat is, the hour and the topics until you switch it off.

    Choose an hour:
updates-subscribed = Your digest comes at { $hour }:00, about { $topics }. Choose the topics or another hour, or switch it off:
updates-unsubscribed = The daily digest is off, and its settings are deleted.
updates-not-subscribed = You get no daily digest from me.
updates-private-only = That works in a private chat with me only.
updates-digest =
    <b>Newly checked</b>
    { $claims }

    Press a number for the full answer.
updates-digest-line = { $number }. { $verdict } · { $claim }
updates-topics-all = all topics
updates-topics-elections = elections and voting
updates-topics-money = money and scams
updates-topics-safety = health and safety
button-updates-follow = Tell me when it is checked
button-updates-current = See the current answer
button-updates-stop-corrections = Stop telling me about corrections
button-updates-start-corrections = Tell me about corrections
button-updates-stop-digest = Switch the digest off
button-updates-hour = { $hour }:00
button-updates-subscribe = Daily digest
command-subscribe = Daily digest and corrections, on or off
updates-eve-on = The polling-eve switch is on: of its own accord the bot sends only voting procedure. The rest waits.
updates-eve-off = The polling-eve switch is off: follow-ups, corrections and digests are sent as usual.
updates-eve-held = On. Letters held back: { $letters }. Only voting procedure is sent now; what people ask is answered as always.
updates-eve-released = Off. Letters let go: { $letters }.
button-updates-eve-on = Hold back
button-updates-eve-off = Let go
command-eve = Polling eve: hold back all but procedure
