command-quiz = Practise with a short quiz
quiz-private-only = A quiz works only in a private chat with me. Open my profile and press Message.
quiz-menu =
    <b>Quiz</b>
    Press a theme and the first question comes. What you missed before comes back; what you know rests.
quiz-theme-count = {$theme} ({$number})
quiz-all-themes = All themes ({$number})
quiz-length = {$number} questions
quiz-difficulty-any = Any difficulty
quiz-difficulty-1 = Easy
quiz-difficulty-2 = Medium
quiz-difficulty-3 = Hard
theme-voting = Voting
theme-rules = Rules and law
theme-skills = Checking it yourself
theme-scam = Scams
theme-impersonation = Impersonation
theme-ai-made = AI-made
theme-emotion = Playing on emotion
theme-false-context = False context
theme-fabricated = Fabricated
theme-scapegoating = Scapegoating
theme-other = Other themes
quiz-none = No question fits this choice yet. Please choose another theme or difficulty.
quiz-begun =
    {$number} { $number ->
        [one] question
       *[other] questions
    }: {$theme}. Take your time.
button-quiz-why = Why? (after answering)
notice-quiz-answer-first = Answer the question first.
notice-quiz-gone = This quiz is no longer here. /quiz begins a new one.
notice-quiz-no-explanation = This question has no explanation.
quiz-explanation = {$explanation}
button-quiz-source = Source
quiz-score = You have {$right} of {$total} right.
quiz-practise = Worth practising: {$themes}. These questions come back.
quiz-all-right = All right. These questions rest now.
quiz-rumour-week =
    A rumour of this week, as it circulates:
    <i>{$claim}</i>
    True or not?
quiz-rumour-recent =
    The newest rumour I know, as it circulates:
    <i>{$claim}</i>
    True or not?
button-quiz-rumour = See what is true
button-quiz-again = Another quiz
