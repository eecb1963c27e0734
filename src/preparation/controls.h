#pragma once
// The controls of a page of the editor: which keys stand on it, what was posted for them, how they are drawn. Inside
// preparation only.
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kit/html.h"
#include "kit/http.h"
#include "preparation/draft_page.h"

namespace vastin::preparation {

/// A page of the editor: one page of the format, or one section or question of the form.
struct Where {
    call::EditorPage page = call::EditorPage::basics;
    std::string table;  // the path of the table that is edited: "" the file, "form.sections[2]"
    std::string pattern() const { return kit::toml_pattern(table); }
};
/// The page that the path of the request names, or nothing when the draft has no such place.
std::optional<Where> where_of(const page::Visit& visit, const kit::TomlTree& tree);

/// One control: a key with a value of its own.
struct Control {
    const call::FormatRow* row = nullptr;
    std::string path;  // with the language where there is one: "name.sv"
};
/// All controls of the page, in their order.
std::vector<Control> controls(const kit::TomlTree& tree, const Where& where);
/// Whether any key of the row stands on the page and is offered.
bool on_page(const call::FormatRow& row, const Where& where);
/// Whether the elements of the list have pages of their own.
bool has_pages(const call::FormatRow& row);

/// One value that a choice offers.
struct Offer {
    std::string value;
    Phrase name;
};
std::vector<Offer> offers(const call::FormatRow& row, const Opened& opened);

/// What was typed for a control, as as_typed() would show it; nothing when the form did not ask for it.
std::optional<std::string> typed_in(const kit::Fields& form, const Control& control, const Opened& opened);

/// What a page is drawn from.
struct Drawn {
    const Opened& opened;
    const Where& where;
    const kit::Fields* typed = nullptr;  // shown instead of what is saved
    const std::vector<Reason>& reasons;  // at their controls
};
/// Fills {{>TABLE}} of `view` with the controls of the table at `path` ("" the file).
void draw_table(kit::View& view, const page::Visit& visit, const Drawn& drawn, const std::string& path);

}  // namespace vastin::preparation
