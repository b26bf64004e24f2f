# English texts of the fact-checkers' desk. Every id is a member of actions/desk/keys.py and stands in ms/desk.ftl too.

### Who may do what

contribute-how =
    Thank you for wanting to help. Entries here are written and approved by a small team, and its owners invite people by a link: ask the organisation that runs this bot.
    You can help at once: send me a doubtful message and press “Send to fact-checkers”. What most people ask about is checked first.
private-only = The desk works in a private chat only. Open a chat with me and try again there.
role-needed = That needs the role { $role }. Ask an owner of the team (/team).
role-contributor = contributor
role-reviewer = reviewer
role-owner = owner
no-longer-member = You are no longer on the team, so this cannot be saved. Ask an owner to invite you again.
cluster-gone = This group of messages is closed, answered or merged already. /queue shows what is open.
cluster-taken = { $name } is working on this one. You can take it when they release it or after two hours.
own-entry = You wrote some of this yourself, so another member must decide on it.
decided-already = Somebody decided on this already. /review shows what is waiting.
entry-changed = The entry was changed by somebody else meanwhile. Start the correction again from the current version: /correct

### The desk

desk =
    <b>Fact-checkers' desk</b>
    You are { $name }, { $role }.
    • Asked and open: { $clusters }
    • Waiting for review: { $waiting }
    • To be read again: { $stale }

    /queue what people ask
    /add write an entry
    /review approve others' work
    /correct ID correct an entry
    /recheck entries to read again
    /team who works here
    /name change your name
button-desk = The desk
button-queue = Queue
button-write = Write an entry
button-mine = My entries
button-recheck = To be read again
button-review = Review
button-team = Team
button-audit = Log

### Team

team =
    <b>Team</b> ({ $count })
    { $members }
team-line = • { $name }: { $role }
team-invitations =
    <b>Open invitations</b>
    { $invitations }
team-invitation = { $number }. { $role }, { $hours } h left
invitation =
    An invitation for one { $role }, good for { $days } days and one use. Send this link to that person only; it is not shown again:
    { $link }
member = <b>{ $name }</b> is { $role }. Choose another role, or take them off the team.
button-invite-contributor = Invite a contributor
button-invite-reviewer = Invite a reviewer
button-invite-owner = Invite an owner
button-revoke = Revoke { $number }
button-remove = Take off the team
notice-revoked = The invitation can no longer be used.
notice-not-revoked = That invitation was used, revoked or too old already.
notice-role-changed = The role was changed.
notice-removed = They are no longer on the team.
notice-settings-owner = That changed nothing: they are not on the team, have this role already, or the settings name them as owner.
desk-notices-are-on = I write to you when something new waits for a second person, at most once an hour.
desk-notices-are-off = I do not write to you when something new waits for a second person; /review shows it.
button-notices-on = Tell me of new work
button-notices-off = Stop telling me of new work
new-work = New for a second person: “{ $claim }”. /review shows everything that still waits.
new-work-file = A file brought { $count ->
        [one] 1 entry
       *[other] { $count } entries
    } for a second person. /review shows everything that still waits.
invitation-unknown = I do not know this invitation. Ask for a new link.
invitation-used = This invitation was used already; each works once. Ask for a new link.
invitation-revoked = This invitation was taken back. Ask for a new link.
invitation-expired = This invitation is too old. Ask for a new link.
ask-name = You are invited as { $role }. What shall the team call you? The name stands beside your work in the team's log, for good; it need not be your real one. I also keep where to write to you about your entries.
ask-new-name = What shall the team call you from now on? The log keeps the earlier name where it was used.
joined = Welcome, { $name }. Your role is { $role }. /desk shows what waits.
renamed = The team now sees you as { $name }.

### Log

audit =
    <b>Log</b>, newest first
    { $entries }
audit-line = { $at } · { $name } ({ $hash }) · { $deed } · { $subject }
audit-line-detail = { $at } · { $name } ({ $hash }) · { $deed } · { $subject } · <i>{ $detail }</i>
audit-empty = Nothing has been done at the desk yet.
deed-invited = invited
deed-invitation-revoked = revoked an invitation
deed-joined = joined
deed-renamed = changed name
deed-role-changed = changed a role
deed-removed = took off the team
deed-claimed = claimed
deed-released = released
deed-linked = linked
deed-closed = closed
deed-merged = merged
deed-split = split
deed-submitted = submitted
deed-edited = edited
deed-sent-back = sent back
deed-rejected = rejected
deed-approved = approved
deed-corrected = approved a correction
deed-rechecked = read again
deed-imported = imported

### Queue

queue =
    <b>Asked and not answered</b>: { $count }
    { $clusters }
queue-line = { $number }. { $people ->
        [one] 1 person
       *[other] { $people } people
    }, { $age }: { $claim }
queue-line-claimed = { $number }. { $people ->
        [one] 1 person
       *[other] { $people } people
    }, { $age }, { $name } has it: { $claim }
queue-state = Only what people in { $state } asked.
queue-language-ms = Only what people asked in Malay.
queue-language-en = Only what people asked in English.
queue-empty = Nothing is open here. Try another filter, or look for entries to read again: /recheck
queue-which-state = I do not know that state. Write /queue alone, or with a state, such as /queue Johor.
age-minutes = { $count } min
age-hours = { $count } h
age-days = { $count ->
        [one] 1 day
       *[other] { $count } days
    }
button-queue-demand = Most asked
button-queue-oldest = Longest waiting
button-queue-newest = Newest
button-queue-all = All
button-queue-free = Unclaimed
button-queue-mine = Claimed by me
button-queue-language-ms = In Malay
button-queue-language-en = In English
button-queue-language-any = In both
button-previous-page = ‹ Back
button-next-page = More ›

### One cluster

cluster =
    <b>Number { $number }</b>: <i>{ $claim }</i>
    Asked by { $people ->
        [one] 1 person
       *[other] { $people } people
    }: { $hour } in the last hour, { $day } in the last day. First { $first } ago, last { $last } ago.
cluster-wordings =
    Also worded as:
    { $wordings }
cluster-wording = • <i>{ $text }</i>
cluster-hours =
    The last 24 hours, hour by hour (most in one: { $most }):
    { $bars }
cluster-states = Where they live, if told: { $states }
state-count = { $state } { $people }
cluster-claimed = { $name } has it for { $minutes } more minutes.
checked-already =
    <b>Checked already?</b>
    { $claims }
checked-already-none = No published fact-check is like it.
button-claim = Take it (2 h)
button-release = Give it back
button-link = Link to { $number }
button-link-other = Link another entry
button-merge = Merge
button-split = Split
button-close = Close
button-back-to-cluster = Back
button-split-off = What was split off
button-close-opinion = It is an opinion
button-close-not-checkable = It cannot be checked
button-close-satire = It is satire
button-close-duplicate = It is a duplicate
notice-claimed = Yours for { $hours } hours.
notice-released = Given back.
notice-list-changed = The list has changed. Please choose again.
notice-merged = Merged. These messages are one group now.
close-why = Why is it closed without an entry? { $people ->
        [one] 1 person
       *[other] { $people } people
    } asked. Those who asked to know are told the reason, but for a duplicate.
cluster-closed = Closed: { $reason }.
cluster-linked = Linked to { $id }. Those who asked to know are told.
cluster-split = The messages you chose are a group of their own now, and stay so.
merge-which = Into which group? Its messages and these become one.
merge-none = There is no other open group to merge with.
split-all-or-none = Choose some of the messages, but not all of them.
link-unknown = I find no entry by that. Send its id, its shared link, or the address of its source.

### Writing: the questions

desk-form-new = the new entry
desk-form-edit = the changed entry
desk-form-correct = the correction
desk-form-link = the link to an entry
desk-form-split = the split
desk-form-send-back = the note to the writer
desk-form-reject = the reason for rejecting
desk-form-join = joining the team
desk-form-rename = the new name
field-claim-ms = Claim (Malay)
field-summary-ms = Answer (Malay)
field-claim-en = Claim (English)
field-summary-en = Answer (English)
field-title-ms = Heading (Malay)
field-body-ms = Text (Malay)
field-title-en = Heading (English)
field-body-en = Text (English)
field-owner = Whose rule or service
field-as-of = As read in
field-verdict = Verdict
field-publisher = Publisher
field-sources = Sources
field-claim-date = Date of the claim
field-review-date = Date of the check
field-topic = Topic
field-states = States
field-election = Election
field-valid-until = Valid until
field-review-by = Read again by
field-correction-ms = Note (Malay)
field-correction-en = Note (English)
field-entry = Entry
field-tips = Messages
field-note = Note
field-name = Name
ask-claim-ms = The claim in Malay, in one sentence as it goes round, not as its denial. Skip it to write only English for now.
ask-summary-ms = What is actually so, in Malay: a few sentences in your own words, and who says so. At most 1,000 characters.
ask-claim-en = The claim in English, in one sentence as it goes round. Skip it to leave English for later.
ask-summary-en = What is actually so, in English: a few sentences in your own words, and who says so. At most 1,000 characters.
ask-title-ms = The heading or question in Malay, in one line. Skip it to write only English for now.
ask-body-ms = What holds, in Malay, in your own words: at most 1,000 characters. Public numbers and addresses may be named.
ask-title-en = The heading or question in English, in one line. Skip it to leave English for later.
ask-body-en = What holds, in English, in your own words: at most 1,000 characters. Public numbers and addresses may be named.
ask-owner = Whose rule or service is it? For example SPR, TikTok, MCMC.
ask-as-of = When was the page read? A day, a month or a year, such as Ogos 2026.
ask-verdict = What is the verdict?
ask-publisher = Who checked or said it? For example Sebenarnya.my (MCMC), or: SPR, Bernama report in The Star.
ask-sources = The address of the page you read, from https:// on. More pages, at most five, each on its own line.
ask-claim-date = When did the claim go round? A day, a month or a year, such as 31/8/2026, Ogos 2026 or 2026. Skip it if nobody knows.
ask-review-date = When was it checked? The date on the source.
ask-topic = What is it about?
ask-states = Does it hold only for some states? Choose them or type them, then press “Done”. Skip it for the whole country.
ask-election = Does it belong to an election? Choose a sort, or type one such as PRU16 or PRN Johor 2026. Skip it if not.
ask-valid-until = Until which day does the answer hold? For example polling day. Skip it if it does not run out.
ask-review-by = By when should somebody read it again? Skip it if never.
ask-correction-ms = What is corrected, in one or two sentences that readers will see, in Malay? After this you can change every part. Skip it to write the note in English only.
ask-correction-en = The same note in English. Skip it if Malay is enough for now.
ask-entry = Which entry answers it? Send its id, its shared link, or the address of its source.
ask-tips = Which messages do not belong here? They become a group of their own.
ask-send-back-note = What should the writer change? They get your note.
ask-reject-note = Why is it refused? The writer gets your reason.
button-today = Today
button-half-a-year = In half a year
button-a-year = In a year
topic-voting-process = Voting
topic-voter-eligibility = Who may vote
topic-ballots-counting = Ballots, counting
topic-candidates-parties = Candidates, parties
topic-election-security = Election security
topic-government-policy = Government policy
topic-race-religion-royalty = Race, religion, royalty
topic-public-order = Public order
topic-scam-finance = Scams, money
topic-health = Health
topic-disaster = Disasters
topic-ai-manipulated = AI and altered media
topic-other = Other

### Writing: what cannot be taken, and how to mend it

wrong-empty = There is nothing in it that I can read. Please write it in words.
wrong-too-short = That is too short. Write at least { $words } words.
wrong-too-long = That has { $length } characters; at most { $limit } fit. Shorten it by { $over }.
wrong-only-a-link = That is only a link. Write it in words; the source is asked later.
wrong-verdict-in-claim = That gives the verdict already. Write the claim as it goes round, without “false” or “true”; the verdict has its own question.
wrong-personal-data = That holds a telephone, identity-card or account number or an e-mail address. Entries name no private person: leave it out.
wrong-same-as-claim = That is the claim once more, or the heading. Write what is actually so.
wrong-not-an-address = “{ $word }” is not a web address. Copy the whole address from the browser, from https:// on, one on each line.
wrong-short-link = { $word } hides where a link leads. Open it and copy the address of the page itself.
wrong-private-page = “{ $word }” cannot be opened by everybody. Give a public page.
wrong-too-many-sources = Those are { $count } addresses; at most { $limit } are kept. Send the best ones.
wrong-repeated-source = “{ $word }” is there twice. Send each address once.
wrong-not-a-date = I cannot read “{ $word }” as a date. Write it as 31/8/2026, 31 Ogos 2026, Ogos 2026 or 2026.
wrong-no-such-day = { $word } is not in the calendar. The day comes first, then the month.
wrong-two-digit-year = Write the year with four digits, such as { $word }.
wrong-in-the-future = That day has not come yet.
wrong-too-early = That is before { $year }, when Malaya first voted. Check the year.
wrong-before-claim = The check cannot be older than the claim. Correct one of the two dates.
wrong-already-past = That day is over already. Give a day to come, or skip this.
wrong-day-needed = I need a day here, such as 31/8/2026.
wrong-unknown-state = “{ $word }” is not a state. Did you mean { $near }?
wrong-unknown-state-at-all = “{ $word }” is not a state of Malaysia. Use the buttons, or write Johor, Melaka.
wrong-unknown-election = I do not know “{ $word }” as an election. Write PRU16, PRN Johor 2026 or PRK Ayer Kuning 2025, or press a button.
wrong-unknown-choice = “{ $word }” is none of the choices. Please press one of the buttons.
neither-language = The entry is in neither language yet. Change an answer: write the claim in Malay or in English.
guideline-neither-language = The guideline is in neither language yet. Change an answer: write its heading in Malay or in English.

### Writing: preview and after

preview =
    <b>What voters who use English will see</b>

    { $answer }
preview-missing =
    <b>English is still missing.</b> Until it is written, voters who use English will see:

    { $answer }
near-duplicates =
    <b>Is it one of these?</b> If so, cancel and link or correct that one instead.
    { $claims }
submitted = Saved as { $id }. Another member must approve it before voters see it; I will tell you what they decide.
submitted-without-ms = Saved as { $id }. Malay is still missing: add it under “My entries”. Another member must approve it before voters see it; I will tell you what they decide.
submitted-without-en = Saved as { $id }. English is still missing: add it under “My entries”. Another member must approve it before voters see it; I will tell you what they decide.
mine-empty = Nothing of yours is waiting or was sent back.
mine-waiting = Waiting for a reviewer: <i>{ $claim }</i>
mine-sent-back =
    Sent back to you: <i>{ $claim }</i>
    What to change: { $note }
not-yours = Only its writer or a reviewer can change this.
correct-what = Which entry? Write /correct and its id, such as /correct black-dot-ballots. The id stands at the end of its shared link, after “e_”; the whole link will do as well.
correct-unknown = There is no entry “{ $id }”. The id stands at the end of its shared link, after “e_”; the whole link will do as well.
correct-not-published = That entry is not published, so there is nothing to correct or link yet.
correct-under-way = A change of that entry is waiting for review already. See /review.
correction-note-missing = Say in at least one language what is corrected: readers must be told.
nothing-corrected = Nothing differs from what is published yet. Press “Change an answer”.

### Review

review =
    <b>Waiting for a second person</b>: { $written } by the team, { $brought } from files
    { $entries }
review-empty = Nothing waits for a second person here.
submission-by = Written by { $name }. Read the source before you decide.
submission-from-file = This came from a file. Read the source before you decide.
submission-pending-reason = Why it waits: { $reason }
submission-change =
    <b>{ $field }</b>: { $before }
    → { $after }
submission-note = Asked for before: { $note }
button-approve = I read the source: publish
button-send-back = Send back
button-reject = Reject
button-edit = Change it
published = Published: { $id }, revision { $revision }. Those who asked to know are told.
correction-published = Corrected: { $id }, revision { $revision }. Those who got the old answer are told.
submission-sent-back = { $id } went back to its writer with your note.
submission-rejected = { $id } was refused; its writer gets your reason.
told-published = Your entry “{ $claim }” was approved and is published.
told-sent-back =
    Your entry “{ $claim }” was sent back. What to change:
    { $note }
told-rejected =
    Your entry “{ $claim }” was refused:
    { $note }

### Entries to be read again

recheck =
    <b>To be read again</b>: { $count }
    { $entries }
recheck-invalid = { $number }. held until { $date }: { $claim }
recheck-due = { $number }. due by { $date }: { $claim }
recheck-empty = Every published entry is within its dates.
recheck-what = Read its source again. Correct what has changed, or say that it still holds.
recheck-done-already = Somebody has dealt with this one already.
rechecked = Noted: { $id } still holds. The next look is due by { $date }.
button-correct = Correct it
button-still-right = I read it: still right

### Where a tip comes from

button-home = Say which state I am in
home-which = Which state are you in? Fact-checkers then see where a rumour goes round. Only a count per state is shown to them.
home-noted = Noted: { $state }. Thank you.
notice-tip-gone = That message is no longer stored, so there is nothing to add.

### Commands

command-desk = For fact-checkers: the desk
command-queue = For fact-checkers: what people ask
command-add = For fact-checkers: write an entry
command-review = For fact-checkers: approve others' work
command-correct = For fact-checkers: correct an entry
command-recheck = For fact-checkers: entries to read again
command-team = For fact-checkers: the team
command-name = For fact-checkers: change your name
command-audit = For owners: the log of all changes
