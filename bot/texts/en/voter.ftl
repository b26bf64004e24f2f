# English texts. Every id is a member of actions/message_key.py and stands in ms/voter.ftl with the same variables.
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
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

### Verdicts

verdict-false = ❌ FALSE
verdict-misleading = ⚠️ MISLEADING
verdict-missing-context = 🧩 MISSING CONTEXT
verdict-altered = ✂️ ALTERED
verdict-unproven = ❔ UNPROVEN
verdict-satire = 🎭 SATIRE
verdict-true = ✅ TRUE

### A fact-check or a guideline, shown

fact-check =
    <b>{ $verdict }</b>
    <blockquote>{ $claim }</blockquote>
    { $summary }

    <i>{ $checked }</i>
checked-by = Checked by { $publisher }
checked-by-dated = Checked by { $publisher }, { $date }
according-to = According to { $publisher }
according-to-dated = According to { $publisher }, { $date }
guideline =
    <b>{ $title }</b>
    { $body }

    <i>{ $read }</i>
owned-by = { $owner }
owned-by-dated = { $owner }, as read in { $date }
note-corrected = ✏️ Corrected on { $date }: { $note }
note-no-longer-valid = This answer held until { $date }. Check the source for what holds now.
note-review-due = This answer was due for a new look by { $date } and has not had one. Check the source.
note-spr-notice = Dates, hours and procedures change: check SPR's current notice at spr.gov.my.
note-other-language = This entry is written only in Malay so far.
share-fact-check =
    { $verdict }: “{ $claim }”
    { $sentence }
    { $checked }
share-guideline =
    { $title }
    { $sentence }
    { $read }
changed-since-seen = ✏️ This answer was corrected after you saw it on { $date }. Here is what is known now:
changed-since-shared = ✏️ This answer was changed after this link was shared: { $parts }. Here is what is known now:
part-verdict = the verdict (it was { $before })
part-name = the wording of what is asked
part-text = what the answer says
part-source = the source
part-scope = where or until when it holds
entry-unknown = This link leads to an entry I do not have. Send me the claim itself and I will look for it.
entry-pending = This entry is still waiting for a second person's approval, so I cannot show it. Send me the claim and I will look for what is already published.
entry-withdrawn = This answer was withdrawn, so please do not pass on the old one. Send me the claim to see what is known now.

### States, and what an entry applies to

list-pair = { $first }, { $second }
election-federal = general elections
election-state = state elections
election-by-election = by-elections
election-named = { $name }
note-applies-to = Applies to: { $scope }
state-johor = Johor
state-kedah = Kedah
state-kelantan = Kelantan
state-melaka = Malacca
state-negeri-sembilan = Negeri Sembilan
state-pahang = Pahang
state-perak = Perak
state-perlis = Perlis
state-pulau-pinang = Penang
state-sabah = Sabah
state-sarawak = Sarawak
state-selangor = Selangor
state-terengganu = Terengganu
state-kuala-lumpur = Kuala Lumpur
state-labuan = Labuan
state-putrajaya = Putrajaya

### Checking a claim

claim-choices =
    This sounds like something already checked, but I am not sure which. Rumours get re-edited, so please choose the one that says the same as your message:

    { $claims }
claim-choice-single =
    This sounds like something already checked, but I am not sure. Rumours get re-edited, so please tell me whether your message says the same as this:

    { $claims }
choice-line = { $number }. <i>{ $claim }</i>
no-match =
    There is no fact-check about this yet. Do not trust it or share it yet.
    • { $first }
    • { $second }
no-match-after-choices =
    Then I have no fact-check of your message yet. Do not trust it or share it yet.
    • { $first }
    • { $second }
not-my-claim =
    Noted: that answer was about something else. I have no other fact-check that surely fits, so do not trust the message yet.
    • { $first }
    • { $second }
related-rule = The rule below may help.
claim-missing = I do not see the claim yet. Send me the sentence or link you want checked, or reply to that message with /check.
claim-too-short = This is too short for me to match. Write the claim as one full sentence: who, what and where.
caption-says-nothing = I can only read words for now, not what a picture or video shows. Type what it says or what it claims to show.
ask-for-claim = Send or forward the message you doubt: text, a caption or a link. I will look for a published fact-check.

### Tips when nothing is known

tip-link = Do not tap the link or fill in your details. Type the agency's official address yourself.
tip-money = Real aid is announced on the agency's own channels and does not ask for a fee, an OTP or a password.
tip-already-paid = If you already gave money or bank details, call NSRC on 997 at once.
tip-picture = Look the picture up with Google Lens to see when it first appeared.
tip-video = Look for the full video on the account it came from. Clips can be cut, and voices can be copied with AI.
tip-election = Check SPR's official site or social media (spr.gov.my).
tip-health = Ask KKM (moh.gov.my), a doctor or a pharmacist before you follow it.
tip-emergency = Check the official accounts of the police, Bomba or NADMA before warning others.
tip-anger = Messages about race, religion or royalty stir anger quickly. Wait for an official source before you share.
tip-forwarded = Chain messages come back again and again: look first whether this one was checked before.
tip-quote = Look for the full speech or statement. A short quote can lose its context.
tip-date = Look at the date. Old news is often shared again as if it were new.
tip-number = Find the figure at its source. Numbers change easily as a message is passed on.
tip-origin = Who said it first, and when?
tip-two-sources = Look for an official statement or two news outlets you know.
how-to-check =
    <b>Check it yourself in two minutes</b>
    1. Stop first. Who said it, and when?
    2. Search its main words together with “fact check”.
    3. See whether the agency concerned, or two news outlets you know, say the same.
    4. Look a picture up with image search. Read a link's full address before you tap it.
    Still unsure? Then do not share it.

### Sending to fact-checkers

tip-offer = I can store this message for fact-checkers. Only its text is stored, and no reply time is promised.
tip-stored =
    Stored for fact-checkers (number { $number }).
    They read what most people ask about first; no reply time is promised. Until then, do not trust it or share it.
tip-already-stored = You have already sent this one; it is stored for fact-checkers as number { $number }. No reply time is promised.
tip-text-gone = I can no longer see the message this button belongs to. Send the message again, then press “Send to fact-checkers”.

### Rules, voter information, how-to

guideline-choices = I am not sure which of these you mean, and their answers differ. Please choose one:
guideline-choice-single = Is this what you are looking for?
guideline-more = More about the same thing:
guideline-none = I found no rule or guide about that. You can ask what TikTok and other platforms allow, how voting works, what the law says about sharing, where to report, and how to check things yourself. Put it in other words, or choose an area:
guideline-no-more = There is nothing more on this. Choose an area to see other questions:
rules-menu = Rules, voter information and how-to guides. Choose an area, or just type your question:
rules-empty = No rules or guides are published here yet. You can still send me a claim to check.
rules-area =
    <b>{ $area }</b>
    Choose a question, or type your own.
area-civic-election-integrity = Elections on platforms
area-misinformation = Misinformation
area-gpppa = Political accounts
area-ai-generated-content = AI-made content
area-impersonation = Fake accounts
area-spam-fake-engagement = Spam, fake followers
area-hate-speech = Hate speech
area-harassment = Harassment
area-political-ads = Political ads
area-reporting = How to report
area-privacy = Privacy
area-voter-info = Voting
area-law = Law
area-literacy-skill = Check it yourself
area-organisation = Organisations

### Latest and trending

latest =
    <b>Newest fact-checks</b>
    { $claims }

    Press a number for the full answer.
latest-line = { $number }. { $verdict } · { $claim } ({ $date })
latest-empty = No fact-check is published here yet. Send me a claim: I will say plainly if nothing is known.
trending =
    <b>Asked about in the last seven days</b>
    { $claims }

    Press a number for the full answer.
trending-line = { $number }. { $verdict } · { $claim }
trending-line-counted = { $number }. { $verdict } · { $claim } · asked by { $people } people
trending-empty = Nobody has had a fact-check answered here in the last seven days, so there is nothing to list. These can help instead:

### Start, help, about

welcome =
    Hello! I look for published fact-checks of viral claims in Malaysia, and answer about election rules and platform rules.
    Send or forward a message you doubt, or try a sample first.
sample-intro =
    Here is a rumour that really went round:
    <blockquote>{ $claim }</blockquote>
    This is what I answer when someone sends it to me:
sample-empty = I have no published fact-check to show as a sample yet. Send me any claim: I will say plainly if nothing is known.
help =
    <b>What I can do</b>
    • Forward or paste a claim: I look for a published fact-check.
    • Ask about rules: “Can candidates buy TikTok ads?”
    • In a group, reply to a message with /check.

    /check check a claim
    /rules rules and voter information
    /latest newest fact-checks
    /trending what people ask about
    /subscribe daily digest and corrections
    /language Malay or English
    /privacy what I keep, and deleting it
    /about who is behind this
about =
    <b>SaferTogether</b> answers with fact-checks and guides for the #SaferTogether campaign in Malaysia.
    • Every answer was written or approved by people and names its source; I make up nothing.
    • I know only what is published here. “Not checked yet” does not mean true or false.
    • I read words only, not pictures, voice or video.
    • I take no side and give no voting advice.
    The code is open source (Apache-2.0). Each entry is a summary in our own words; its source keeps the rights to the original.

### Language

language-choose = Which language shall I answer in?
language-set = I will answer in English from now on. Send me a claim, or see what I can do.

### Privacy

privacy =
    <b>What I keep about you</b>
    • A keyed code in place of your Telegram id: no name, no phone number.
    • The language you chose.
    • Which answers you got, when and in which chat, for 90 days: to count what people ask about and to tell you if an answer is corrected. /subscribe switches such messages off.
    • Your ratings of answers.
    • The text of messages you send to fact-checkers and, only if you ask to be told, your chat until you were told.
    • Your daily digest, if you have one: your chat, hour and topics.
    • What is being sent to you, for at most 60 days; what you began to fill in, for 7.
    • Question sets you save.
    • Quizzes: which questions you had right, so that practice fits you. In a class: your nickname and answers, until its date, and where to write to you.
    • Only if you join the fact-checkers' team: your name there, role and chat while you are on it. What you do there stays in the team's log, under that name, for as long as this bot runs, also after you delete your data.
    Other messages are read to answer you and are not kept. Telegram keeps this chat by its own rules.
privacy-in-group = To delete your data, open a private chat with me and send /privacy.
forget-member = You are on the fact-checkers' team: your name, role and chat there are deleted too. What you did there stays in the team's log, under the name you bore, for as long as this bot runs.
forget-confirm =
    This deletes what I keep about you: { $language }; { $tips ->
        [one] 1 message
       *[other] { $tips } messages
    } for fact-checkers; { $feedback ->
        [one] 1 rating
       *[other] { $feedback } ratings
    }; { $questions ->
        [one] 1 record
       *[other] { $questions } records
    } of answers; { $sets ->
        [one] 1 question set
       *[other] { $sets } question sets
    }. It cannot be undone. Delete it?
forget-language-kept = your language choice
forget-language-none = no language choice
forget-nothing = I keep nothing about you, so there is nothing to delete.
forget-done =
    Deleted: { $language }; { $tips ->
        [one] 1 message
       *[other] { $tips } messages
    } for fact-checkers; { $feedback ->
        [one] 1 rating
       *[other] { $feedback } ratings
    }; { $questions ->
        [one] 1 record
       *[other] { $questions } records
    } of answers; { $sets ->
        [one] 1 question set
       *[other] { $sets } question sets
    }. I will start afresh if you write again.
forget-classes =
    Also: { $classes ->
        [one] 1 class
       *[other] { $classes } classes
    } you joined or hold (yours go with all their results) and { $quizzes ->
        [one] 1 record
       *[other] { $quizzes } records
    } of your quizzes.
forget-cancelled = Nothing was deleted. You can send me a claim whenever you like.

### Feedback

feedback-thanks = Thank you, noted.
feedback-sorry = Thank you, noted. Try sending the claim in other words.
feedback-how = Thank you for saying so. Press “Helpful” or “Not helpful” under the answer you mean: that is how I count it. If a fact is wrong, send the details to the fact-checkers below.

### A person, a bot, small talk

talk-to-human = No person sits behind this chat. These take questions or reports:
talk-to-human-none = No person sits behind this chat, and no contact is published here yet. You can store a message for fact-checkers; no reply time is promised.
greet = Hi! Send or forward a claim you doubt, or ask me about election and platform rules.
thank = You are welcome. Send me the next doubtful message before you share it.
goodbye = Goodbye. I am here whenever a message makes you doubt.
bot-challenge = I am a bot, made by the SaferTogether project. I write no facts of my own: every answer was written or approved by people and carries its source.
out-of-scope = That is outside what I know. I check viral claims and answer about elections, platform rules and reporting in Malaysia.
voting-advice = I do not say whom to vote for, and I take no side. I can check a claim about a candidate or party, or explain how voting works.
opinion-race-religion-royalty = I give no opinion on race, religion or royalty. If there is a claim in it, send it as one sentence and I will look for a fact-check.

### What went wrong, and the next thing to do

photo-without-caption = I can only read words for now. Type what the picture says and I will look for a fact-check.
video-not-read = I cannot watch videos. Type its main claim in one sentence and I will look for a fact-check.
voice-not-read = I cannot listen to voice or audio. Type its main claim in one sentence and I will look for a fact-check.
sticker-not-read = I cannot read stickers or animations. Send the claim in words.
file-unreadable = I cannot open that file. Copy the sentence you doubt and send it as text.
content-not-read = I cannot read that kind of message. Send the claim in words, or a link.
too-fast = Your messages are coming faster than I can answer. Wait { $seconds ->
        [one] 1 second
       *[other] { $seconds } seconds
    }, then send the last one again.
too-long = That is longer than { $limit } characters. Send only the part with the claim.
button-unknown = This button no longer works. Please send your message again.
button-expired = This button is too old. Please send your message again.
command-unknown = I do not know that command. Press /help to see what I can do, or just send a claim.
index-unavailable = I cannot search the fact-checks right now. This says nothing about whether your message is true. Please try again in a few minutes.
internal-error = Something failed on our side and your message was not answered. The fault is recorded as { $code }. Please send it again in a minute.
group-welcome = Hello! I stay quiet in this group. To check a message, reply to it with /check.

### Buttons

button-source = Source
button-more-source = Source { $number }
button-share = Share
button-not-my-claim = Not my claim
button-helpful = Helpful
button-not-helpful = Not helpful
button-none = None of these
button-not-this = Not this one
button-choice = { $number }. { $claim }
button-send-tip = Send to fact-checkers
button-how-to-check = How to check it myself
button-more-guidelines = More about this
button-guides = Guides to checking
button-all-areas = All areas
button-next = More questions
button-try-sample = Try a sample rumour
button-help = What can you do?
button-rules = Rules and voting
button-latest = Newest fact-checks
button-trending = What people ask about
button-check = Check a claim
button-language-ms = Bahasa Melayu
button-language-en = English
button-delete-data = Delete my data
button-delete-confirm = Yes, delete it
button-delete-cancel = No, keep it

### Commands and profile

command-start = Start, choose a language, try a sample
command-help = What I can do
command-check = Check a claim
command-rules = Platform rules and voter information
command-latest = Newest fact-checks
command-trending = What people are asking about
command-language = Malay or English
command-privacy = What I keep, and deleting it
command-about = Who is behind this bot
profile-description =
    Got a viral message about Malaysia you doubt? Send or forward it here. I look for a published fact-check and name its source. I also answer about election rules and platform rules. Malay and English. No account needed.
profile-short-description = Checks viral claims in Malaysia against published fact-checks. Malay and English.
