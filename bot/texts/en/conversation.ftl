# Guided conversations in general (actions/conversation). Each form's own texts are in its area's file.

form-step =
    { $prompt }

    <i>Step { $number } of { $total }</i>
form-step-again =
    { $problem }

    { $prompt }
form-step-with-answer =
    { $prompt }

    Now: <i>{ $answer }</i>
form-preview-ask = Is this right? It is saved only when you press the button.
form-preview-again =
    { $problem }

    Nothing you typed is lost. You can change an answer or try again.
form-which-answer = Which answer do you want to change?
form-chosen = ✓ { $label }
form-private-only = That works in a private chat with me only. Open one and send the command there.
form-unfinished = You have not finished something you began. Everything you typed is kept. Go on with it, or throw it away and then begin anew.
form-paused = What you began ({ $form }) is kept for { $days } days.
form-cancel-confirm = Throw away everything you typed here ({ $form })?
form-cancelled = Thrown away. Nothing was saved.
form-nothing-open = There is nothing unfinished here.
form-answer-missing = I need an answer here; this one cannot be left out.
form-file-wanted = I need a file here. Send it as a document.
form-words-wanted = I need words here, not a file or a picture.
form-pick-wanted = Please press one of the buttons.
form-file-too-large = That file has more than { $limit } MB. Send a smaller one.
form-file-not-fetched = I could not fetch that file from Telegram. Please send it again.
notice-form-past = That question is past. Use the newest message.

button-form-back = Back
button-form-skip = Skip
button-form-keep-answer = Keep it
button-form-done = Done
button-form-cancel = Cancel
button-form-discard = Yes, throw it away
button-form-resume = Go on
button-form-change = Change an answer
button-form-finish = Yes, save it

command-cancel = Throw away what you began
