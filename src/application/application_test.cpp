// An application judged by its call: src/application/application_cases.txt says case by case what comes out; and what
// is frozen when it is sent.
#include "application/application.h"

#include <fstream>

#include "application/application_life.h"
#include "application/letters.h"
#include "town_cast.h"

namespace vastin::application {
namespace {

const kit::Words& words() {
    static const kit::Words all(cast::build() + "/texts", Zone("Europe/Helsinki"));
    return all;
}

Application whole() {
    Application made;
    made.id = *Id<Application>::read("00000000000000000000000001");
    made.call = {"2025"};
    made.version = {1};
    made.answers = cast::whole_common();
    made.parts.push_back(
        {*Id<Part>::read("00000000000000000000000002"), 1, "Centria", "1097805-3", {1}, {}, cast::whole_part()});
    return made;
}

/// What the program says of an application, line by line, as the cases say it.
std::vector<std::string> told(const Application& application, const call::Call& call) {
    std::vector<std::string> lines;
    const Judged judged = judge(application, call);
    const Asked sums = asked(judged, call);
    if (sums.total_costs > Money()) {
        lines.push_back("> costs " + words().money(Language::en, sums.total_costs) + ", support " +
                        words().money(Language::en, sums.support) + ", city " +
                        words().money(Language::en, sums.municipal));
    }
    for (const Reason& reason : judged.faults()) {
        lines.push_back("! " + reason.field + ": " + words().text(Language::en, reason.phrase));
    }
    for (const Reason& reason : judged.missing()) {
        lines.push_back("? " + reason.field + ": " + words().text(Language::en, reason.phrase));
    }
    EXPECT_EQ(judged.all().size(), judged.faults().size() + judged.missing().size());
    return lines;
}

struct Case {
    std::string name;
    Application application = whole();
    std::vector<std::string> expected;
};

void type(Application& application, const std::string& line) {
    const auto equals = line.find(" =");
    ASSERT_NE(equals, std::string::npos) << line;
    const std::string key = line.substr(0, equals), typed = line.size() > equals + 3 ? line.substr(equals + 3) : "";
    auto& part = application.parts.front().answers;
    (part.contains(key) || key.starts_with("pay.") ? part : application.answers)[key] = typed;
}

std::vector<Case> cases() {
    std::ifstream file(cast::source() + "/src/application/application_cases.txt");
    EXPECT_TRUE(file.good());
    std::vector<Case> all;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("## ")) {
            all.emplace_back().name = line.substr(3);
        } else if (!line.empty() && line[0] != '#' && !all.empty()) {
            const bool outcome = line[0] == '>' || line[0] == '!' || line[0] == '?';
            outcome ? all.back().expected.push_back(line) : type(all.back().application, line);
        }
    }
    return all;
}

TEST(ApplicationCases, AreJudgedAsTheyAreWritten) {
    const call::Call call = cast::call_2025();
    const auto all = cases();
    EXPECT_GE(all.size(), 20U);
    for (const Case& one : all) {
        std::string expected, said;
        for (const auto& line : one.expected) {
            expected += line + "\n";
        }
        for (const auto& line : told(one.application, call)) {
            said += line + "\n";
        }
        EXPECT_EQ(said, expected) << one.name;
    }
}

TEST(Application, TheSizesOfAGroupAreJudgedTogether) {
    call::Call call = cast::call_2025();
    Application group = whole();  // 933 333 euros
    group.answers["project_kind"] = "group";
    group.parts.push_back(group.parts.front());
    group.parts.back().ordinal = 2;
    const auto rules = [&] {
        std::vector<std::string> all;
        for (const Reason& reason : judge(group, call).faults()) {
            all.push_back(reason.rule);
        }
        return all;
    };
    call.rules.total_costs_least = funding::Floor{Money::euros(1'500'000), {}};
    EXPECT_EQ(rules(), std::vector<std::string>()) << "each has less, both together enough";
    call.rules.total_costs_least = funding::Floor{Money::euros(2'000'000), {}};
    EXPECT_EQ(rules(), std::vector<std::string>{"funding.total_costs_least"}) << "told once";
}

TEST(Application, TheNumberOfImplementersIsJudgedWhereNobodyIsAskedForIt) {
    call::Call call = cast::call_2025();
    const auto said = [&](const Application& application) {
        std::string all;
        for (const Reason& reason : judge(application, call).across) {
            all += reason.rule + "/" + reason.field + ": " + words().text(Language::en, reason.phrase) + "\n";
        }
        return all;
    };
    Application one = whole(), two = whole();
    two.parts.push_back(two.parts.front());
    two.parts.back().ordinal = 2;
    const std::string take_away =
        "The project has 2 implementers, and this call takes projects of one implementer only. Take the others away.\n";
    call.projects = {call::ProjectKind::single};
    EXPECT_EQ(said(two), "/project_kind: " + take_away) << "no group is offered";
    for (form::Section& section : call.form.sections) {
        std::erase_if(section.fields, [](const form::Field& field) { return field.key == key::project_kind; });
    }
    EXPECT_EQ(said(one), "");
    EXPECT_EQ(said(two), "projects/: " + take_away);
    call.projects = {call::ProjectKind::group};
    EXPECT_EQ(said(one), "projects/: This call takes projects of a group only.\n");
    EXPECT_EQ(said(two), "");
    call.projects = {call::ProjectKind::single, call::ProjectKind::group};
    EXPECT_EQ(said(one) + said(two), "");
}

TEST(Application, FrozenHoldsWhatWasTypedWhatItWasReadAsAndWhoPays) {
    const call::Call call = cast::call_2025();
    const Application application = whole();
    const Judged judged = judge(application, call);
    const kit::Json json = document(application, judged, call, "the sender", {1748246400000});
    EXPECT_EQ(json.text_or("rules"), call.rules_hash.text);
    EXPECT_EQ(json.text_or("call"), "2025");
    EXPECT_EQ(json.text_or("sender"), "the sender");
    EXPECT_EQ(*json["arrived"].number(), 1748246400000);
    EXPECT_EQ(json["common"]["answers"].text_or("themes.circular"), "50 %");
    EXPECT_EQ(json["common"]["read_as"].text_or("starts"), "2025-11-01");
    EXPECT_EQ(*json["common"]["read_as"]["themes"]["circular"].number(), 5000);
    const kit::Json& part = json["parts"].list()->at(0);
    EXPECT_EQ(part["answers"].text_or("pay.2026"), "666 666,43 €");
    EXPECT_EQ(*part["read_as"]["pay"]["2026"].number(), 66666643);
    EXPECT_EQ(*part["plan"]["total_costs"].number(), 93333300);
    EXPECT_EQ(part["plan"]["lines"].canonical(),
              R"([{"cents":56000000,"payer":"eu","share":6000},{"cents":23333300,"payer":"city","share":2500},)"
              R"({"cents":14000000,"payer":"own","share":1500}])");
    EXPECT_EQ(kit::Json::read(json.canonical()), json) << "the one text can be read again";
    Application more = application;
    more.answers["gone"] = "asked no more";
    more.parts[0].answers["gone.2.name"] = "nor this";
    EXPECT_EQ(document(more, judge(more, call), call, "the sender", {1748246400000}), json)
        << "what is not asked stays";
    Judged hidden = judged;
    hidden.common.hidden.insert("themes");
    const kit::Json without = document(application, hidden, call, "the sender", {1748246400000});
    EXPECT_EQ(without["common"]["answers"].text_or("themes.circular"), "") << "what does not come up stays, too";
    Application changed = application;
    changed.answers["project_name"] = "another";
    changed.parts.clear();
    const Application back = as_sent(changed, json);
    EXPECT_EQ(back.answers, application.answers);
    EXPECT_EQ(back.parts.at(0).answers, application.parts[0].answers);
    EXPECT_EQ(back.title, "Sivuvirrat käyttöön");
}

TEST(Application, TheLifeSaysWhyItMayNotBeSent) {
    const call::Call call = cast::call_2025();
    const auto why = [&](Instant now, bool complete) {
        const auto phrase = may_not_be_sent({call, now, complete});
        return phrase ? words().text(Language::en, *phrase) : "";
    };
    EXPECT_EQ(why(call.window.opens, true), "");
    EXPECT_EQ(why(call.window.closes, true), "");
    EXPECT_EQ(why(call.window.closes, false), "The application is not whole yet.");
    EXPECT_TRUE(why(call.window.opens - Duration{1}, true).starts_with("The call is not open yet: it opens on "));
    EXPECT_TRUE(why(call.window.closes + Duration{1}, false).starts_with("The call has closed: the deadline was "))
        << "the window first";
}

}  // namespace
}  // namespace vastin::application
