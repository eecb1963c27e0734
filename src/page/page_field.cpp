#include "page/field.h"

namespace vastin::page {

namespace {

using Kind = FieldView::Kind;

std::string described_by(const FieldView& field) {
    std::string by;
    if (!field.hint.empty()) {
        by = field.key + "-hint";
    }
    if (!field.unit.empty()) {
        by += (by.empty() ? "" : " ") + field.key + "-unit";
    }
    if (!field.errors.empty()) {
        by += (by.empty() ? "" : " ") + field.key + "-error";
    }
    return by;
}

/// Where the control itself stands: described by hint and errors, marked when wrong.
void mark(kit::View& control, const FieldView& field) {
    if (const std::string by = described_by(field); !by.empty()) {
        control.row("DESCRIBED").set("BY", by);
    }
    control.show_if("WRONG", !field.errors.empty());
}

void head(kit::View& box, const FieldView& field) {
    box.set("KEY", field.key);
    box.set("LABEL", field.label);
    if (!field.hint.empty()) {
        box.row("HINTED").set("HINT", field.hint);
    }
    if (!field.errors.empty()) {
        kit::View errors = box.row("ERRORS");
        for (const Phrase& error : field.errors) {
            errors.row("ERROR").set("TEXT", error);
        }
    }
}

void choice(kit::View& box, const FieldView& field) {
    mark(box, field);
    bool first = true;
    for (const Option& option : field.options) {
        kit::View entry = box.row("OPTION");
        const std::string id = first ? field.key : field.key + "-" + option.value;
        entry.set("ID", id);
        entry.set("VALUE", option.value);
        entry.set("LABEL", option.label);
        entry.show_if("CHOSEN", option.value == field.value);
        if (!option.hint.empty()) {
            entry.row("OPTION_HINTED").set("HINT", option.hint);
        }
        first = false;
    }
}

}  // namespace

void field(kit::View& view, std::string_view name, const FieldView& field) {
    kit::View part = view.part(name, "page/pages/field.tpl");
    if (field.kind == Kind::choice) {
        kit::View box = part.row("CHOICE");
        head(box, field);
        choice(box, field);
        return;
    }
    kit::View box = part.row("PLAIN");
    head(box, field);
    box.show_if("WRONG", !field.errors.empty());
    if (field.kind == Kind::text) {
        kit::View control = box.row("LONG");
        // a browser drops the first line break of a textarea, so that one that was typed needs another before it
        control.set("VALUE", field.value.starts_with('\n') ? "\n" + field.value : field.value);
        if (field.letters_most > 0) {
            control.row("COUNTED").set("MOST", std::to_string(field.letters_most));
        }
        mark(control, field);
        return;
    }
    kit::View control = box.row("SHORT");
    const bool money = field.kind == Kind::money, percent = field.kind == Kind::percent;
    const bool number = field.kind == Kind::number;
    control.set("BOX",
                money                     ? "money"
                : percent                 ? "percent"
                : number                  ? "number"
                : field.kind == Kind::day ? "day"
                                          : "line");
    control.set("TYPE",
                field.kind == Kind::email      ? "email"
                : field.kind == Kind::phone    ? "tel"
                : field.kind == Kind::password ? "password"
                                               : "text");
    control.set("VALUE", field.value);
    control.show_if("DECIMAL", money || percent);
    control.show_if("NUMERIC", number);
    if (!field.unit.empty()) {
        kit::View unit = control.row("UNITED");
        unit.set("UNIT", field.unit);
    }
    if (!field.autocomplete.empty()) {
        control.row("TOKEN").set("AUTOCOMPLETE", field.autocomplete);
    }
    mark(control, field);
}

std::vector<Phrase> reasons_at(const std::vector<Reason>& reasons, std::string_view key) {
    std::vector<Phrase> found;
    for (const Reason& reason : reasons) {
        if (reason.field == key) {
            found.push_back(reason.phrase);
        }
    }
    return found;
}

void form_secret(kit::View& view, const Visit& visit) {
    view.set("FORM_SECRET", visit.person ? visit.person->form_secret : std::string());
}

}  // namespace vastin::page
