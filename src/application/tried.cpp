#include "application/tried.h"

#include "application/application_life.h"
#include "application/tried_strange.h"
#include "call/call_places.h"

namespace vastin::application {

namespace {

using kit::Json;
using Kind = TriedFinding::Kind;

struct Gatherer {
    const call::RulePlaces& places;
    Tried& tried;

    void add(Kind kind, Reason reason, std::int64_t part) {
        TriedFinding finding{kind, std::move(reason), part};
        const std::string& rule = finding.reason.rule;
        const auto place = places.find(rule.empty() ? "form." + finding.reason.field : rule);
        if (place) {
            finding.reason.rule = place->path;
            finding.line = place->at.line;
            finding.column = place->at.column;
        }
        tried.findings.push_back(std::move(finding));
    }
    void add_all(const form::Checked& checked, std::int64_t part) {
        for (const form::Finding& finding : checked.findings) {
            add(finding.missing ? Kind::missing : Kind::wrong, finding.reason, part);
        }
    }
    void add_all(Kind kind, const std::vector<Reason>& reasons, std::int64_t part) {
        for (const Reason& reason : reasons) {
            add(kind, reason, part);
        }
    }
};

const char* word(Kind kind) { return kind == Kind::wish ? "wish" : kind == Kind::missing ? "missing" : "wrong"; }

const char* word(Operation operation) {
    switch (operation) {
        case Operation::sum:
            return "sum";
        case Operation::portion:
            return "portion";
        case Operation::whole:
            return "whole";
        case Operation::units:
            return "units";
        case Operation::part:
            return "part";
        default:
            break;
    }
    return "given";
}

struct Teller {
    const kit::Words& words;
    Language language;

    std::string text(const Phrase& phrase) const { return phrase.empty() ? "" : words.text(language, phrase); }

    Json figure(const Figure<Money>& figure) const {
        Json::Object told{{"label", text(figure.label)}, {"cents", figure.value.count()}};
        if (figure.because) {
            const Because& because = *figure.because;
            Json::List operands;
            for (const Operand& operand : because.operands) {
                Json inner = this->figure(operand.figure);
                Json::Object with = *inner.object();
                with.emplace("minus", operand.minus);
                operands.push_back(std::move(with));
            }
            told.emplace("because",
                         Json::Object{{"operation", word(because.operation)},
                                      {"share_basis_points", std::int64_t{because.share.basis_points}},
                                      {"count", because.count},
                                      {"operands", std::move(operands)},
                                      {"note", text(because.note)},
                                      {"source", text(because.source)}});
        }
        return told;
    }
    Json finding(const TriedFinding& one) const {
        return Json::Object{{"kind", word(one.kind)},
                            {"rule", one.reason.rule},
                            {"line", std::int64_t{one.line}},
                            {"column", std::int64_t{one.column}},
                            {"field", one.reason.field},
                            {"part", one.part},
                            {"allowed", text(one.reason.allowed)},
                            {"found", text(one.reason.found)},
                            {"sentence", text(one.reason.phrase)},
                            {"source", text(one.reason.source)}};
    }
    void draw(const Figure<Money>& figure, int depth, bool minus, std::string& out) const {
        out += std::string(static_cast<std::size_t>(depth) * 2, ' ') + (minus ? "- " : "") + text(figure.label) + ": " +
               words.money(language, figure.value) + "\n";
        if (!figure.because) {
            return;
        }
        for (const Phrase* more : {&figure.because->note, &figure.because->source}) {
            if (!more->empty()) {
                out += std::string(static_cast<std::size_t>(depth) * 2 + 4, ' ') + text(*more) + "\n";
            }
        }
        for (const Operand& operand : figure.because->operands) {
            draw(operand.figure, depth + 1, operand.minus, out);
        }
    }
};

/// The figures of a plan: totals and what each pays.
std::vector<Figure<Money>> figures_of(const funding::Plan& plan) {
    std::vector<Figure<Money>> all{plan.total_costs, plan.outside, plan.public_funding};
    for (const funding::Line& line : plan.lines) {
        all.push_back(line.sum);
    }
    return all;
}

}  // namespace

Tried try_application(const Application& application, const call::Call& call, std::optional<Instant> at) {
    const call::RulePlaces places(call);
    Tried tried;
    tried.judged = judge(application, call);
    Gatherer gather{places, tried};
    if (at) {
        if (auto why = window_closed({call, *at, true})) {
            gather.add(Kind::wrong, {std::move(*why), "", "window"}, 0);
        }
    }
    for (const Strange& one : strange(application, call)) {
        gather.add(Kind::wrong, one.reason, one.part);
    }
    gather.add_all(tried.judged.common, 0);
    for (std::size_t i = 0; i < tried.judged.parts.size(); ++i) {
        const std::int64_t ordinal = application.parts[i].ordinal;
        gather.add_all(tried.judged.parts[i].answers, ordinal);
        gather.add_all(Kind::wrong, tried.judged.parts[i].across, ordinal);
    }
    gather.add_all(Kind::missing, tried.judged.files, 0);
    gather.add_all(Kind::wrong, tried.judged.across, 0);
    tried.accepted = tried.findings.empty();
    gather.add_all(Kind::wish, tried.judged.wishes, 0);
    if (tried.judged.plan) {
        for (const Phrase& note : tried.judged.plan->notes) {
            gather.add(Kind::wish, {note, "", "funding"}, 0);
        }
    }
    return tried;
}

Json told_as_json(const Tried& tried, const call::Call& call, const kit::Words& words, Language language) {
    const Teller teller{words, language};
    Json::List findings, figures;
    for (const TriedFinding& finding : tried.findings) {
        findings.push_back(teller.finding(finding));
    }
    if (tried.judged.plan) {
        for (const auto& figure : figures_of(*tried.judged.plan)) {
            figures.push_back(teller.figure(figure));
        }
    }
    return Json::Object{{"accepted", tried.accepted},
                        {"call", call.code.text},
                        {"rules", call.rules_hash.text},
                        {"findings", std::move(findings)},
                        {"figures", std::move(figures)}};
}

std::string told_as_text(const Tried& tried, const call::Call& call, const kit::Words& words, Language language) {
    const Teller teller{words, language};
    std::string out = teller.text(tried.accepted ? say("The application keeps the rules of the call.")
                                                 : say("The application does not keep the rules of the call.")) +
                      "\n";
    for (const TriedFinding& finding : tried.findings) {
        const bool placed = finding.line > 0;  // else it is about the document alone
        out += "\n" +
               (placed ? call.file.name + ":" + std::to_string(finding.line) + ":" + std::to_string(finding.column) +
                             ": " + finding.reason.rule
                       : finding.reason.field) +
               (finding.part > 0 ? ", parts[" + std::to_string(finding.part) + "]" : "") + " (" + word(finding.kind) +
               ")\n  " + teller.text(finding.reason.phrase) + "\n";
        if (!finding.reason.source.empty()) {
            out += "  " + teller.text(finding.reason.source) + "\n";
        }
    }
    if (tried.judged.plan) {
        out += "\n";
        for (const auto& figure : figures_of(*tried.judged.plan)) {
            teller.draw(figure, 0, false, out);
        }
    }
    return out;
}

}  // namespace vastin::application
