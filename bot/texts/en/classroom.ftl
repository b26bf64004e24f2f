command-class = Set up a class for your students
command-classes = Your classes and their results
command-join = Join a class with a code
class-private-only = Classes work only in a private chat with me. Open my profile and press Message.
class-panel =
    <b>New class: {$title}</b>
    Questions: {$number}, {$source}
class-panel-kept = Students give a nickname only. Everything is deleted on {$date}.
class-panel-few = Only {$number} questions fit these choices so far.
button-class-open = ✅ Open the class
button-class-title = Title
button-class-source = Questions
button-class-number = {$number} questions
button-class-timing = Timing
button-class-kept = Keep {$number} days
button-class-discard = Discard
button-class-back = ← Back
button-class-seconds = {$seconds} s
shown-ms = Language: Malay
shown-en = Language: English
shown-both = Language: both
late-on = Late answers count
late-off = No late answers
shuffle-on = Shuffled
shuffle-off = Not shuffled
mode-practice = Practice: answers shown
mode-test = Test: answers at the end
pair-on = Pre- and post-test: yes
pair-off = Pre- and post-test: no
rank-on = Leaderboard: yes
rank-off = Leaderboard: no
class-timing-which = Who decides when a question ends? Under the first choice students go at their own pace; under the second everyone waits for you; with seconds everyone has the same question; the last ones give the whole session a limit.
timing-none = Own pace, no limit
timing-led = Together, I lead
timing-question = Together, {$seconds} seconds for each question
class-timing-session = Own pace, {$minutes} min in all
class-timing-days =
    Own pace, {$days} { $days ->
        [one] day
       *[other] days
    } in all
class-source-which = Which questions?
source-mixed = Mixed themes
source-newest = newest rumours
class-source-week = Newest rumours ({$number} this week)
class-source-theme = {$theme} ({$number})
class-title-form = Title of the class
class-title-wanted = What should the class be called? Your students see it.
class-title-length = A title has 1 to {$limit} characters. Please send a shorter one.
class-discarded = No class was opened. /class begins a new one.
notice-class-no-items = No question fits these choices. Choose other questions or another language.
class-opened = <b>{$title}</b> is open. Below are the code, link and QR picture for your students, and your board.
class-invitation =
    Class code: <b>{$code}</b>
    Students send this code to me, open {$link}, or scan the picture. All answers are deleted on {$date}.
button-class-link = The students' link
class-board-head = <b>{$title}</b> · code {$code}
phase-draft = Not open yet
phase-lobby = Waiting for you to start
phase-running = Running
phase-paused = Paused: the clock stands still
phase-ended = Ended
class-board-joined = Joined: {$number}
class-board-question = Question {$number} of {$total}: {$answered} of {$people} answered
class-board-finished = Finished: {$number} of {$people}
class-board-left = Time left: {$time}
class-board-bars = {$bars}
class-board-names = {$names}
button-class-start = ▶ Start
button-class-pause = Pause
button-class-resume = ▶ Go on
button-class-next = Next question
button-class-skip = Leave out
button-class-extend = More time
button-class-students = Students
button-class-end = End
button-class-end-sure = Yes, end the class
class-end-sure = End the class now? Open questions close, and everyone gets their results.
class-skip-which = Which question should be left out? It then counts for nobody.
class-students =
    {$number} { $number ->
        [one] student
       *[other] students
    }. Press a nickname to remove that student.
class-students-none = Nobody has joined yet. Show the code, the link or the QR picture.
notice-class-started = Started. The questions are on their way.
notice-class-nobody-yet = Nobody has joined yet.
notice-class-paused = Paused.
notice-class-resumed = Going on.
notice-class-next = The next question is on its way.
notice-class-skipped = Left out: it counts for nobody.
notice-class-extended = More time given.
notice-class-ended = Ended. The results follow in a moment.
notice-class-removed = {$name} is out of the class.
notice-class-not-now = This cannot be done at this point of the class.
notice-class-no-open-question = No question is open.
notice-class-no-clock = This class has no time limit.
notice-class-gone = This class is no longer here. /classes shows yours.
notice-class-answer-first = Answer the question first.
notice-class-post-opened = The post-test is open; its board is below.
notice-class-files = The files are on their way.
notice-class-no-files = Nobody took part, so there are no results.
class-join-form = Joining a class
class-code-label = Class code
class-code-wanted = What is the class code? It has six characters, such as K7M P4R.
class-code-unknown = No class has this code. Please compare it with your teacher's, character by character; it has no O, I, L, S or B.
class-over = This class has ended. Ask your teacher whether there is another one.
class-nickname-label = Nickname
class-nickname-wanted = Which nickname do you want in this class? Your teacher sees it. Better not your full name; pick one of these or type your own.
class-nickname-length = A nickname has {$shortest} to {$longest} characters.
class-nickname-contact = A nickname without a phone number, link or @ name, please.
class-nickname-letters = A nickname needs at least one letter.
class-nickname-taken = Somebody in this class has this nickname already. Please choose another.
class-welcome-in = You are in <b>{$title}</b> as {$nickname}. Only your teacher sees your answers; they are deleted on {$date}.
class-wait-for-start = The first question comes here when your teacher starts.
class-first-question-comes = The class has begun; your question comes now.
class-back = You are in <b>{$title}</b> as {$nickname}. Go on with the last question above; the next one follows.
class-back-waiting = You are in <b>{$title}</b> as {$nickname}. Please wait for your teacher.
button-class-leave = Leave the class
class-left = You have left <b>{$title}</b>. The code {$code} brings you back while it is open; /privacy deletes your answers.
class-you-were-removed = Your teacher has taken you out of this class. If that was a mistake, please speak to them.
class-post-test = The second test of <b>{$title}</b> starts soon. You are in already; just wait here.
class-too-late = Your answer to question {$number} came after its time, so it does not count.
class-all-answered = You have answered everything. Your result comes when the class ends.
button-class-why = Why? (after answering)
class-your-score =
    <b>{$title}</b>
    You have {$right} of {$total} right.
class-your-place = Place {$place} of {$people}.
class-leaders = Top: {$leaders}
class-missed = Not answered: {$count}.
class-answers-later = The right answers come after the second test.
class-wrong-answer =
    <b>{$question}</b>
    Right: {$right}
    {$explanation}
class-source-line = {$source}
source-set = own question set
class-source-own = Own: {$title} ({$number})
class-report =
    <b>Results of {$title}</b>
    {$people} of {$joined} students answered {$total} questions; {$average} % right on average. Below: a picture and the files.
class-report-hardest = Hardest:
class-report-hard = {$number}. {$percent} % right: {$question} Most chosen wrong answer: {$wrong}
class-report-gain = Pre-test {$before} %, post-test {$after} %, from {$people} students who took both.
class-report-interval = Gain with 95 % confidence: {$low} to {$high} percentage points.
button-class-post-test = Open the post-test
button-class-files = Files again
button-class-delete = Delete
button-class-delete-sure = Yes, delete for good
class-delete-sure = Delete this class with all its answers now? This cannot be undone.
class-deleted = The class and all its answers are deleted.
class-classes = <b>Your classes</b>
class-classes-none = You have no classes. Results of a class you joined come to you here when it ends.
class-class-line = {$title}, {$day}: {$phase}, deleted on {$until}
button-class-new = New class
class-results-where = The results of a class come here by themselves when it ends. Teachers find theirs under /classes; /quiz is for practising alone.
