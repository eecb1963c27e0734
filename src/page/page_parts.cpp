#include <algorithm>

#include "base/check.h"
#include "page/field.h"
#include "page/page_frame.h"

namespace vastin::page {

namespace {

/// A till roll under way: notes and sources are gathered and stand once, below it.
struct Roll {
    kit::View& view;
    std::string_view payer;
    std::vector<Phrase> said;  // on the rolls around this one: not said again
    std::vector<Phrase> notes;

    void note(const Phrase& text) {
        const auto in = [&](const std::vector<Phrase>& list) {
            return std::find(list.begin(), list.end(), text) != list.end();
        };
        if (!text.empty() && !in(said) && !in(notes)) {
            notes.push_back(text);
        }
    }
};

void draw_roll(kit::View& view,
               std::string_view name,
               const Figure<Money>& figure,
               std::string_view payer,
               std::vector<Phrase> said);

void row(Roll& roll, const Phrase& label, std::optional<Money> value, bool is_sum = false) {
    kit::View line = roll.view.row("ROW");
    line.set("LABEL", label);
    if (value) {
        line.set("VALUE", *value);
    } else {
        line.set("VALUE", "");
    }
    line.show_if("IS_SUM", is_sum);
}

bool computed(const Figure<Money>& figure) { return figure.because && figure.because->operation != Operation::given; }

void note_source(Roll& roll, const Because& because) {
    roll.note(because.note);
    roll.note(because.source);
}

/// An operand that is not the first: its own roll opens inside the row.
void operand_row(Roll& roll, const Operand& operand) {
    kit::View line = roll.view.row("ROW");
    line.set("LABEL", operand.minus ? say("− {0}", operand.figure.label) : say("+ {0}", operand.figure.label));
    line.set("VALUE", operand.minus ? -operand.figure.value : operand.figure.value);
    if (computed(operand.figure)) {
        kit::View deeper = line.row("DEEPER");
        std::vector<Phrase> said = roll.said;
        said.insert(said.end(), roll.notes.begin(), roll.notes.end());
        draw_roll(deeper, "BECAUSE", operand.figure, roll.payer, std::move(said));
    } else if (operand.figure.because) {
        note_source(roll, *operand.figure.because);
    }
}

/// The rows of a figure: first those of its first operand, as on a roll that is read downwards.
void rows(Roll& roll, const Figure<Money>& figure) {
    if (!computed(figure)) {
        row(roll, figure.label, figure.value);
        if (figure.because) {
            note_source(roll, *figure.because);
        }
        return;
    }
    const Because& why = *figure.because;
    bool first = true;
    for (const Operand& operand : why.operands) {
        if (first && !operand.minus) {
            rows(roll, operand.figure);
        } else {
            operand_row(roll, operand);
        }
        first = false;
    }
    if (why.operation == Operation::portion) {
        row(roll, say("× {0}", why.share), std::nullopt);
    } else if (why.operation == Operation::whole) {
        row(roll, say("÷ {0}", why.share), std::nullopt);
    } else if (why.operation == Operation::units) {
        row(roll, say("× {0}", why.count), std::nullopt);
    } else if (why.operation == Operation::part) {
        row(roll, say("÷ {0}", why.count), std::nullopt);
    }
    row(roll, figure.label, figure.value, true);
    note_source(roll, why);
}

void draw_roll(kit::View& view,
               std::string_view name,
               const Figure<Money>& figure,
               std::string_view payer,
               std::vector<Phrase> said) {
    kit::View part = view.part(name, "page/pages/because.tpl");
    part.set("PAYER", payer.empty() ? std::string_view("all") : payer);
    Roll made{part, payer, std::move(said), {}};
    rows(made, figure);
    for (const Phrase& note : made.notes) {
        part.row("NOTE").set("TEXT", note);
    }
}

}  // namespace

void because(kit::View& view, std::string_view name, const Figure<Money>& figure, std::string_view payer) {
    draw_roll(view, name, figure, payer, {});
}

void share_bar(kit::View& view, std::string_view name, std::span<const Segment> segments, std::string_view size) {
    kit::View bar = view.part(name, "page/pages/share_bar.tpl");
    if (!size.empty()) {
        bar.row("SIZED").set("SIZE", size);
    }
    std::int64_t whole = 0, before = 0;
    for (const Segment& segment : segments) {
        check(segment.weight >= 0, "a segment of a share bar");
        whole += segment.weight;
    }
    for (const Segment& segment : segments) {
        if (segment.weight == 0) {
            continue;
        }
        const std::string x = percent_of(before, whole);
        const bool outside = segment.payer == "outside";
        kit::View layer = bar.row(outside ? "HATCHED" : "SEGMENT");
        if (!outside) {
            layer.set("PAYER", segment.payer);
        }
        layer.set("X", x);
        layer.set("WIDTH", percent_of(segment.weight, whole));
        if (before > 0) {
            bar.row("CUT").set("X", x);
        }
        if (!segment.label.empty() && !outside && size.empty()) {
            kit::View label = bar.row("LABEL");
            label.set("X", x);
            label.set("PAYER", segment.payer);
            label.set("TEXT", segment.label);
        }
        before += segment.weight;
    }
}

void pages(kit::View& view, std::string_view name, const Visit& visit, std::string_view path, int page, int pages) {
    kit::View part = view.part(name, "page/pages/pages.tpl");
    if (pages <= 1) {
        return;
    }
    const auto to = [&](int number) {
        const char mark = path.find('?') == std::string_view::npos ? '?' : '&';
        return address(visit, path) + mark + "page=" + std::to_string(number);
    };
    kit::View links = part.row("PAGES");
    links.set("WHERE", say("Page {0} of {1}", std::int64_t{page}, std::int64_t{pages}));
    if (page > 1) {
        links.row("FORMER").set("ADDRESS", to(page - 1));
    }
    if (page < pages) {
        links.row("LATER").set("ADDRESS", to(page + 1));
    }
}

}  // namespace vastin::page
