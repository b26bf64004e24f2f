# Educators' own question sets. Every id is a member of actions/question_sets/keys.py.

set-list =
    <b>Your question sets</b>
    Press one to see, change or share it. Send a CSV or XLSX file at any time to make a new one.
set-list-empty =
    <b>You have no question sets yet</b>
    Get the template, fill it in and send it back here as XLSX or CSV. Or write the questions here one by one. With another educator's code: /sets CODE
set-private-only = Question sets are made in a private chat with me. Open one and send /sets.
set-shown =
    <b>{ $title }</b>
    { $number ->
        [one] 1 question
       *[other] { $number } questions
    } · { $languages }
    Share it with other educators by its code: <b>{ $code }</b>
set-shown-others =
    <b>{ $title }</b>
    { $number ->
        [one] 1 question
       *[other] { $number } questions
    } · { $languages } · code { $code }
    This set is another educator's. Keep a copy to change it or use it with your class.
set-languages-both = Malay and English
set-languages-ms = Malay
set-languages-en = English
set-languages-none = some in Malay, some in English
set-gone = This question set is not there any more, or it is not yours to change. Ask for its code again, or see your own sets.
set-code-wrong = I know no question set with this code. Check it with the educator who gave it: eight characters, such as K7M4-RPTW.
set-too-many-sets = You have 50 question sets, and there is no room for more. Delete one you do not need, then try again.
set-full = A set holds { $limit } questions at most. Take one out first, or begin another set.
set-saved = Saved: “{ $title }”, { $number ->
        [one] 1 question
       *[other] { $number } questions
    }. Every line was fine.
set-replaced = Replaced the questions of “{ $title }”: now { $number ->
        [one] 1 question
       *[other] { $number } questions
    }.
set-copied = Copied. This set is yours now; the other educator's stays as it is.
set-file-coming = The file comes in a moment. Fill it in or change it, keep its name, and send it back here.
set-delete-ask = Delete “{ $title }” with all its questions? It cannot be undone. Classes that used it keep their results.
set-deleted = Deleted “{ $title }”.
set-question =
    <b>{ $question }</b>
    { $options }
set-question-explained = <i>{ $text }</i>
set-outdated = The fact-check this question was made of has changed since. It is not asked until you have read it again: press Change, see that it is still right, and save it.
set-question-gone = That question is not in the set any more. Open the set again to see what is.
set-question-dropped = Question { $number } is out of the set.
set-facts = Which fact-check should become a question? These are the newest.
set-facts-none = There is no published fact-check yet to make a question of.
set-proposed = Offered. It joins everybody's quizzes once another of the team has read it (/review).
set-proposed-already = This question was offered before: it waits, or it has been decided on.
set-propose-unexplained = Everybody's questions need an explanation in each of their languages. Press Change, write it, and offer it again.
set-fact-kinds =
    “{ $claim }”
    What should the class be asked about it?

set-faults = { $number ->
        [one] One thing is to be mended. Nothing was saved: mend it in your file and send it again.
       *[other] { $number } things are to be mended. Nothing was saved: mend them in your file and send it again.
    }
set-faults-more = … and { $number } more.
set-fault-line = Line { $line }: { $problem }
set-fault-cell = Line { $line }, { $column }: { $problem }
set-fault-too-big = The file is larger than { $limit } kB. Remove pictures and sheets that are not needed, or split it.
set-fault-no-table = This is neither CSV nor XLSX. Save it as one of them.
set-fault-not-utf8 = The file is not written in UTF-8 here. Save it as “CSV UTF-8”, or send the XLSX.
set-fault-broken-workbook = The workbook cannot be opened. Save it again as XLSX and send it.
set-fault-open-quote = a quotation mark is not closed; nothing below was read. Write a mark inside a text twice.
set-fault-no-header = the first row must name the columns: the question, A to D and the right answer. Copy it from the template.
set-fault-unknown-column = I do not know the column “{ $shown }”. Use the template's name for it, or delete the column.
set-fault-doubled-column = this column is there twice. Keep one.
set-fault-no-questions = there are no questions below the first row. Write one on each line.
set-fault-too-many = a set holds { $limit } questions at most. Put the rest in another file.
set-fault-no-language = there is no question. Write it in Malay, in English or in both, or delete the line.
set-fault-missing = it is empty. Fill it in, or empty all cells of this language.
set-fault-too-long = { $length } characters; at most { $limit } fit. Shorten it by { $excess }.
set-fault-line-breaks = at most { $limit } line breaks fit. Join some lines.
set-fault-no-right = nothing says which option is right. Write A, B, C or D.
set-fault-unknown-right = “{ $shown }” is none of the options. Write A, B, C or D.
set-fault-unknown-level = “{ $shown }” is no level. Write 1 (easy), 2 or 3 (hard), or leave it empty.
set-fault-same-option = “{ $shown }” stands there already. Write four different options.
set-fault-same-question = the same question stands on line { $first }. Change one, or delete it.
set-fault-too-many-cells = there are more cells than columns. Put texts with commas between quotation marks.

set-form-title = a new question set
set-form-question = a question for your set
set-label-title = Title
set-label-language = Language
set-label-question-ms = Question (Malay)
set-label-question-en = Question (English)
set-label-options-ms = Options (Malay)
set-label-options-en = Options (English)
set-label-explanation-ms = Explanation (Malay)
set-label-explanation-en = Explanation (English)
set-label-right = Right answer
set-label-level = Level
set-ask-title = What should the set be called? For example: Form 4, week 3.
set-ask-language = In which language is the question?
set-ask-question-ms = Write the question in Malay, 300 characters at most.
set-ask-question-en = Write the question in English, 300 characters at most.
set-ask-options-ms = Write the four options in Malay, each on a line of its own, 100 characters at most.
set-ask-options-en = Write the four options in English, each on a line of its own, 100 characters at most.
set-ask-explanation-ms = Why is it so? Explain in Malay, 200 characters at most. Students see it after they answer.
set-ask-explanation-en = Why is it so? Explain in English, 200 characters at most. Students see it after they answer.
set-ask-right = Which option is right? A is the first line.
set-ask-level = How hard is it?
set-text-too-long = That has { $length } characters; at most { $limit } fit. Shorten it by { $excess }.
set-not-four = I found { $number ->
        [one] 1 line
       *[other] { $number } lines
    }. Send exactly four, one option on each.

button-set-list = My question sets
button-set-open = { $title } ({ $number })
button-set-question = { $number }. { $question }
button-set-outdated = ↻ { $number }. { $question }
button-set-template = Get the template
button-set-new = Write here
button-set-add = Add a question
button-set-from-fact = From a fact-check
button-set-verdict = What is the verdict?
button-set-clue = Which clue gave it away?
button-set-file = Get as a file
button-set-copy = Keep a copy
button-set-delete = Delete the set
button-set-delete-yes = Yes, delete it
button-set-change = Change
button-set-drop = Take it out
button-set-propose = Offer it to everybody
button-set-back = Back
button-set-more = More questions
button-set-ms = Malay
button-set-en = English
button-set-both = Both
button-set-level-1 = 1 easy
button-set-level-2 = 2 middle
button-set-level-3 = 3 hard

command-sets = Your own question sets for a class
