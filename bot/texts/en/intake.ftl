# English texts for files that are sent to the bot. Every id is a member of actions/intake/keys.py and is in ms/intake.ftl too.

intake-title = Importing a file
intake-file = File
intake-send-file = Send the right file (.jsonl, .csv, .xlsx, .json or .jsonld).
intake-status = Status
intake-choose-status = What are the entries of this file stored as?
intake-status-pending = Waiting for review
intake-status-published = Published at once
intake-preview =
    <b>{ $name }</b>
    New entries: { $added } · changed: { $changed } · the same: { $unchanged }
    Nothing is stored yet.
intake-known = Reviews that are there already and were left alone: { $count }
intake-differs = Line { $line }: { $id } has another verdict there ({ $verdict }). Read its source again.
intake-same-page = Line { $line }: { $id } comes from the same page as { $known }.
intake-alike = Line { $line }: { $id } is like { $known } ({ $percent }%).
intake-more-lines = … and { $count } more.
intake-faults =
    <b>{ $name } was not imported.</b> Problems: { $count }. Mend them all and send the file again; nothing has changed.
intake-fault = Line { $line }: { $problem } → { $mend }
intake-fault-of-field = Line { $line }, { $field }: { $problem } → { $mend }
intake-unreadable = The file cannot be read, so nothing has changed: { $problem }
intake-nothing-new = All entries of that file are there already. Nothing has changed.
intake-done =
    <b>Imported.</b>
    New: { $added } · changed: { $changed } · the same: { $unchanged }
    Status: { $status }
intake-button-review = See what waits
