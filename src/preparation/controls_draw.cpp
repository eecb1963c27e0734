// How the controls of the editor are drawn: page/field where it has the kind, and the editor's own.
#include <algorithm>

#include "page/field.h"
#include "preparation/controls.h"
#include "preparation/typed.h"

namespace vastin::preparation {

using call::FormatRow;
using call::ValueKind;
using kit::TomlNode;
using Kind = page::FieldView::Kind;

namespace {

constexpr std::size_t radios_most = 5;

class Painter {
  public:
    Painter(const page::Visit& visit, const Drawn& drawn) : visit_(visit), drawn_(drawn) {}

    void table(kit::View& view, const std::string& path, const std::string& pattern, int depth) {
        static const TomlNode nothing;
        const TomlNode* node = path.empty() ? &drawn_.opened.tree.root() : drawn_.opened.tree.get(path);
        for (const FormatRow* row : call::rows_below(pattern)) {
            const std::string there = (path.empty() ? "" : path + ".") + std::string(row->key());
            if (!on_page(*row, drawn_.where) || !row->asked(node == nullptr ? nothing : *node) || !offered(there)) {
                continue;
            }
            kit::View one = view.row("ROW");
            if (row->kind == ValueKind::flat) {
                kit::View flat = one.row("FLAT");
                kit::View inner = flat.part("INNER", "preparation/pages/table.tpl");
                table(inner, there, row->path, depth);
            } else if (row->kind == ValueKind::table) {
                frame(one, *row, there, depth);
            } else if (row->kind == ValueKind::tables) {
                list(one, *row, there, depth);
            } else if (row->kind == ValueKind::named) {
                named(one, *row, there);
            } else {
                control(one, *row, row->kind == ValueKind::own_words ? path : there);
            }
        }
    }

  private:
    std::string shown(const FormatRow& row, const std::string& path) const {
        if (drawn_.typed != nullptr) {
            if (const auto typed = typed_in(*drawn_.typed, {&row, path}, drawn_.opened)) {
                return *typed;
            }
        }
        return as_typed(row, drawn_.opened.tree.get(path));
    }
    std::vector<Phrase> errors(const std::string& path) const { return page::reasons_at(drawn_.reasons, path); }
    /// "(optional)" where nobody has to answer: most keys are needed.
    static Phrase label(const FormatRow& row) {
        return row.required || row.kind == ValueKind::truth ? row.label : say("{0} (optional)", row.label);
    }

    void frame(kit::View& view, const FormatRow& row, const std::string& path, int depth) {
        kit::View box = view.row("TABLE");
        box.set("PATH", path);
        box.set("LABEL", row.required ? row.label : say("{0} (optional)", row.label));
        errors_of(box, path);
        kit::View inner = box.part("INNER", "preparation/pages/table.tpl");
        table(inner, path, row.path, depth + 1);
    }
    /// Why a call is changed is asked in a change only.
    bool offered(const std::string& path) const {
        return path != "revision" || drawn_.opened.draft.summary.origin.kind == Origin::Kind::revision ||
               drawn_.opened.tree.get(path) != nullptr;
    }
    void errors_of(kit::View& view, const std::string& path) const {
        for (const Phrase& error : errors(path)) {
            view.row("ERROR").set("TEXT", error);
        }
    }

    void control(kit::View& view, const FormatRow& row, const std::string& path) {
        if (row.kind == ValueKind::words || row.kind == ValueKind::long_words || row.kind == ValueKind::own_words) {
            words(view, row, path, label(row));
        } else if (row.kind == ValueKind::truth) {
            kit::View box = view.row("BOX");
            box.set("PATH", path);
            box.set("LABEL", row.label);
            box.show_if("TICKED", shown(row, path) == "1");
        } else if (row.kind == ValueKind::several) {
            boxes(view, row, path);
        } else if (row.kind == ValueKind::choice || row.from != FormatRow::From::words) {
            choice(view, row, path);
        } else {
            kit::View one = view.row("ONE");
            const Kind kind = row.kind == ValueKind::euros                                     ? Kind::money
                              : row.kind == ValueKind::percent                                 ? Kind::percent
                              : row.kind == ValueKind::codes || row.kind == ValueKind::moments ? Kind::text
                                                                                               : Kind::line;
            const Phrase hint = row.path == "funding.payers[].key" ? payer_keys() : row.hint;
            page::field(one, "FIELD", {path, kind, label(row), hint, shown(row, path), errors(path)});
        }
    }

    /// A pot finds its payer by the key that the agreement gives it.
    Phrase payer_keys() const {
        Phrase all;
        for (const auto& payer : drawn_.opened.programme->payers) {
            const Phrase one = say("{0} ({1})", payer.code.text, payer.name);
            all = all.empty() ? one : say("{0}, {1}", all, one);
        }
        return say("A payer of the agreement has its key here, too: {0}. Another has any of a-z, 0-9, _ and -.", all);
    }

    void choice(kit::View& view, const FormatRow& row, const std::string& path) {
        const std::vector<Offer> all = offers(row, drawn_.opened);
        const std::string value = shown(row, path);
        if (row.required && all.size() <= radios_most && row.from != FormatRow::From::sources) {
            const bool payers_first = all.empty() && row.from == FormatRow::From::call_payers;
            const Phrase hint =
                payers_first ? say("Add the payers below first; then they are offered here.") : row.hint;
            page::FieldView field{path, Kind::choice, label(row), hint, value, errors(path)};
            for (const Offer& one : all) {
                field.options.push_back({one.value, one.name, {}});
            }
            kit::View one = view.row("ONE");
            page::field(one, "FIELD", field);
            return;
        }
        kit::View select = view.row("SELECT");
        select.set("PATH", path);
        select.set("LABEL", label(row));
        if (!row.hint.empty()) {
            select.row("HINTED").set("HINT", row.hint);
        }
        errors_of(select, path);
        select.show_if("WRONG", !errors(path).empty());
        bool known = value.empty();
        for (const Offer& one : all) {
            kit::View option = select.row("OPTION");
            option.set("VALUE", one.value);
            option.set("NAME", one.name);
            option.show_if("CHOSEN", one.value == value);
            known = known || one.value == value;
        }
        if (!known) {
            kit::View option = select.row("OPTION");  // what stands in the file is kept, whatever it is
            option.set("VALUE", value);
            option.set("NAME", value);
            option.show("CHOSEN");
        }
    }

    void boxes(kit::View& view, const FormatRow& row, const std::string& path) {
        kit::View box = view.row("BOXES");
        box.set("PATH", path);
        box.set("LABEL", label(row));
        errors_of(box, path);
        const std::string chosen = "\n" + shown(row, path) + "\n";
        for (const Offer& one : offers(row, drawn_.opened)) {
            kit::View entry = box.row("ENTRY");
            entry.set("NAME", path + "." + one.value);
            entry.set("LABEL", one.name);
            entry.show_if("TICKED", chosen.find("\n" + one.value + "\n") != std::string::npos);
        }
    }

    /// Whether it must be given: a key of a table that may be missing only where that table is there.
    bool needed(const FormatRow& row, const std::string& path) const {
        const FormatRow* holder = call::find_row(row.holder());
        return row.required && (holder == nullptr || holder->required ||
                                drawn_.opened.tree.get(path.substr(0, path.rfind('.'))) != nullptr);
    }

    /// Three languages side by side, what is missing marked.
    void words(kit::View& view, const FormatRow& row, const std::string& path, const Phrase& name) {
        kit::View box = view.row("WORDS");
        box.set("PATH", path);
        box.set("LABEL", name);
        if (!row.hint.empty()) {
            box.row("HINTED").set("HINT", row.hint);
        }
        errors_of(box, path);
        std::vector<std::string> texts;
        for (const Language language : languages) {
            texts.push_back(shown(row, path + "." + std::string(vastin::code(language))));
        }
        const bool any = std::any_of(texts.begin(), texts.end(), [](const auto& text) { return !text.empty(); });
        for (const Language language : languages) {
            const std::string key = path + "." + std::string(vastin::code(language));
            const std::string& text = texts[static_cast<std::size_t>(language)];
            kit::View one = box.row("LANGUAGE");
            one.set("KEY", key);
            one.set("CODE", vastin::code(language));
            one.set("NAME",
                    language == Language::fi   ? say("Finnish")
                    : language == Language::sv ? say("Swedish")
                                               : say("English"));
            one.show_if("LACKING", text.empty() && (any || needed(row, path)));
            const bool long_text = row.kind != ValueKind::words || text.size() > 120;
            kit::View input = one.row(long_text ? "LONG" : "SHORT");
            input.set("VALUE", text.starts_with('\n') ? "\n" + text : text);
            input.show_if("WRONG", !errors(key).empty());
            errors_of(one, key);
        }
    }

    void buttons(kit::View& view, const std::string& list, std::size_t position, std::size_t size, const Phrase& name) {
        const std::string at = list + ":" + std::to_string(position);
        view.set("ELEMENT_NAME", name);
        if (position > 1) {
            view.row("UP").set("DO", "move:" + at + ":" + std::to_string(position - 1));
        }
        if (position < size) {
            view.row("DOWN").set("DO", "move:" + at + ":" + std::to_string(position + 1));
        }
        view.set("REMOVE", "remove:" + at);
        view.set("PLACE", say("{0} of {1}", static_cast<std::int64_t>(position), static_cast<std::int64_t>(size)));
    }

    void list(kit::View& view, const FormatRow& row, const std::string& path, int depth) {
        kit::View box = view.row("LIST");
        box.set("PATH", path);
        box.set("LABEL", row.label);
        if (!row.hint.empty()) {
            box.row("HINTED").set("HINT", row.hint);
        }
        errors_of(box, path);
        box.set("ADD", "add:" + path);
        box.show_if(depth > 0 ? "SMALL" : "LARGE", true);
        const TomlNode* node = drawn_.opened.tree.get(path);
        const std::size_t size = node == nullptr || node->list() == nullptr ? 0 : node->list()->size();
        box.show_if("EMPTY", size == 0);
        if (size == 0) {
            return;
        }
        kit::View elements = box.row("ELEMENTS");
        elements.set("LIST_PATH", path);
        for (std::size_t i = 1; i <= size; ++i) {
            const TomlNode& element = (*node->list())[i - 1];
            const std::string there = path + "[" + std::to_string(i) + "]";
            const Phrase name = element_label(element, key_of(element, i));
            kit::View one = elements.row("ELEMENT");
            one.set("PATH", there);
            one.set("POSITION", std::to_string(i));
            buttons(one, path, i, size, name);
            if (has_pages(row)) {
                linked(one, there, element, name);
            } else {
                kit::View open = one.row("OPEN");
                open.set("NAME", name);
                kit::View inner = open.part("INNER", "preparation/pages/table.tpl");
                table(inner, there, row.path + "[]", depth + 1);
            }
        }
    }
    static std::string key_of(const TomlNode& element, std::size_t position) {
        for (const char* key : {"key", "code", "value", "event"}) {
            const TomlNode* node = element.at(key);
            if (node != nullptr && node->text() != nullptr) {
                return *node->text();
            }
        }
        return std::to_string(position);
    }

    /// A section or question: its name leads to its page.
    void linked(kit::View& view, const std::string& path, const TomlNode& element, const Phrase& name) {
        kit::View link = view.row("LINKED");
        const Summary& summary = drawn_.opened.draft.summary;
        link.set("ADDRESS", page::address(visit_, path_of(summary, page_path(call::EditorPage::form, path))));
        link.set("NAME", name);
        const TomlNode* kind = element.at("kind");
        const TomlNode* fields = element.at("fields");
        if (kind != nullptr && kind->text() != nullptr) {
            link.set("ABOUT", word_of("form.sections[].fields[].kind", *kind->text()));
        } else {
            const auto count =
                static_cast<std::int64_t>(fields == nullptr || fields->list() == nullptr ? 0 : fields->list()->size());
            link.set("ABOUT", say_count(count, "One question", "{0} questions", count));
        }
    }
    static Phrase word_of(std::string_view path, const std::string& value) {
        for (const call::FormatWord& word : call::find_row(path)->words) {
            if (word.value == value) {
                return word.name;
            }
        }
        return say("{0}", value);
    }

    void named(kit::View& view, const FormatRow& row, const std::string& path) {
        kit::View box = view.row("NAMED");
        box.set("PATH", path);
        box.set("LABEL", row.label);
        if (!row.hint.empty()) {
            box.row("HINTED").set("HINT", row.hint);
        }
        const TomlNode* node = drawn_.opened.tree.get(path);
        for (const auto& [key, value] :
             node == nullptr || node->table() == nullptr ? TomlNode::Table() : *node->table()) {
            kit::View one = box.row("SOURCE");
            one.set("DO", "remove:" + path + ":" + key);
            one.set("NAME", key);
            kit::View inner = one.part("INNER", "preparation/pages/table.tpl");
            kit::View line = inner.row("ROW");
            words(line, *call::find_row(path + ".*"), path + "." + kit::toml_key(key), say("{0}", key));
        }
        box.set("ADD", "add:" + path);
        const std::string add = "new." + path;
        kit::View fresh = box.row("NEW");
        page::field(fresh,
                    "FIELD",
                    {add,
                     Kind::line,
                     say("Short name of a new source"),
                     say("a-z, 0-9, _ and -, for example council-2026."),
                     drawn_.typed == nullptr ? std::string() : drawn_.typed->get(add),
                     errors(add)});
    }

    const page::Visit& visit_;
    const Drawn& drawn_;
};

}  // namespace

void draw_table(kit::View& view, const page::Visit& visit, const Drawn& drawn, const std::string& path) {
    kit::View table = view.part("TABLE", "preparation/pages/table.tpl");
    Painter(visit, drawn).table(table, path, kit::toml_pattern(path), 0);
}

}  // namespace vastin::preparation
