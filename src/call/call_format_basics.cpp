// The keys of a call's file: its name and when it is open. Each row is one key; their order is that of the canonical
// text.
#include "call/call_format_rows.h"

namespace vastin::call {

namespace {

using K = ValueKind;
using P = EditorPage;
using From = FormatRow::From;

}  // namespace

const std::vector<FormatRow> basics_rows{
    row("code",
        K::code,
        P::basics,
        say("Code of the call"),
        {.hint = say("Stands in addresses: /calls/2026. Only a-z, 0-9, - and a full stop."), .required = true}),
    row("source",
        K::code,
        P::basics,
        say("Source"),
        {.hint = say("Where this is written."), .required = true, .from = From::sources}),
    row("name", K::words, P::basics, say("Name of the call"), {.required = true}),
    row("register_series",
        K::text,
        P::basics,
        say("Series of register numbers"),
        {.hint = say("KOK-2026 gives the numbers KOK-2026-001 and so on."), .required = true}),
    row("themes", K::several, P::who, say("Themes that are open"), {.required = true, .from = From::themes}),
    row("projects",
        K::several,
        P::who,
        say("Kinds of projects"),
        {.required = true, .words = {{"single", say("By one implementer")}, {"group", say("By a group")}}}),
    row("recommended_start",
        K::day,
        P::basics,
        say("Recommended start of the projects"),
        {.hint = say("Only advice. Leave empty if there is none.")}),
    row("window", K::table, P::basics, say("When the call is open"), {.required = true}),
    row("window.kind",
        K::choice,
        P::basics,
        say("Kind of application period"),
        {.required = true, .words = {{"fixed", say("A fixed time")}, {"continuous", say("Open all the time"), true}}}),
    row("window.opens",
        K::moment,
        P::basics,
        say("Opens"),
        {.hint = say("Day and time, for example 4.5.2026 9.00."), .required = true}),
    row("window.closes",
        K::moment,
        P::basics,
        say("Closes"),
        {.hint = say("The last moment that is in time."), .required = true}),
    row("window.cut_offs", K::moments, P::basics, say("Cut-off times of batches"), {.later = true}),
    row("window.order",
        K::choice,
        P::basics,
        say("Order of handling"),
        {.later = true,
         .words = {{"together", say("All together after closing")}, {"arrival", say("In the order of arrival")}}}),
    row("window.until_pot_empty", K::truth, P::basics, say("The call ends when the money is used"), {.later = true}),
    row("window.least_open_days", K::number, P::basics, say("Open for at least this many days"), {.later = true}),
    row("window.source", K::code, P::basics, say("Source"), {.required = true, .from = From::sources}),
    row("stage", K::table, P::basics, say("Second stage"), {.later = true}),
    row("stage.after", K::text, P::basics, say("The call of the first stage"), {.required = true, .later = true}),
    row("stage.source", K::code, P::basics, say("Source"), {.later = true, .from = From::sources}),
    row("contact_before", K::table, P::basics, say("Contact before sending"), {.later = true}),
    row("contact_before.text", K::words, P::basics, say("What is asked"), {.later = true}),
    row("contact_before.source", K::code, P::basics, say("Source"), {.later = true, .from = From::sources}),
    row("one_project", K::table, P::basics, say("One project only"), {.later = true}),
    row("one_project.per", K::text, P::basics, say("Per what"), {.required = true, .later = true}),
    row("one_project.source", K::code, P::basics, say("Source"), {.later = true, .from = From::sources}),
    row("languages", K::table, P::basics, say("Languages")),
    row("languages.application",
        K::several,
        P::basics,
        say("An application may be written in"),
        {.words = {{"fi", say("Finnish")}, {"sv", say("Swedish")}, {"en", say("English")}}}),
    row("languages.decision",
        K::several,
        P::basics,
        say("The decision is given in"),
        {.words = {{"fi", say("Finnish")}, {"sv", say("Swedish")}, {"en", say("English")}}}),
};

}  // namespace vastin::call
