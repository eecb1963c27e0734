// Real calls as data (programmes/): each accepts an application that keeps its rules, and tells who breaks one of them
// which one, in three languages. tests/calls/real_calls.txt says what breaks what, real_calls_told.txt what is said.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "application/tried.h"
#include "call/call_load.h"
#include "cast.h"
#include "form/read.h"

namespace vastin::application {
namespace {

using form::trimmed;

std::string file_text(const std::string& name) {
    std::ifstream file(name, std::ios::binary);
    EXPECT_TRUE(file.is_open()) << name;
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// "part2.pay = 100" into the application; "-part2.pay" takes it away, "-file.letter" the files of a place.
void put(Application& application, std::string_view line) {
    const bool away = line.starts_with('-');
    const auto equal = line.find('=');
    const std::string name(trimmed(line.substr(away ? 1 : 0, away ? std::string_view::npos : equal)));
    const auto point = name.find('.');
    const std::string whose = name.substr(0, point), key = name.substr(point + 1);
    if (whose == "file") {
        std::erase_if(application.files, [&](const document::Attachment& file) { return file.place == key; });
        return;
    }
    form::Answers* answers = &application.answers;
    if (whose != "common") {
        const auto number = static_cast<std::size_t>(std::stoi(whose.substr(4)));
        while (application.parts.size() < number) {
            Part part;
            part.ordinal = static_cast<std::int64_t>(application.parts.size()) + 1;
            application.parts.push_back(part);
        }
        answers = &application.parts[number - 1].answers;
    }
    if (away) {
        EXPECT_EQ(answers->erase(key), 1U) << line;
    } else {
        (*answers)[key] = trimmed(line.substr(equal + 1));
    }
}

enum class Outcome { refused, wished, accepted };

struct Changed {
    Outcome outcome = Outcome::refused;
    std::string rules;  // "funding.payers[1], rules[2]"; of an accepted one a remark
    Application application;
};
struct RealCall {
    std::string folder, code;
    Application application;
    std::vector<Changed> changed;

    std::string name() const { return folder + "/" + code; }
};

Changed read_changed(const std::string& line, const Application& whole) {
    const auto bar = line.find('|');
    const Outcome outcome = line[0] == '!' ? Outcome::refused : line[0] == '?' ? Outcome::wished : Outcome::accepted;
    Changed one{outcome, std::string(trimmed(line.substr(1, bar - 1))), whole};
    std::istringstream changes(line.substr(bar + 1));
    for (std::string change; std::getline(changes, change, ';');) {
        put(one.application, trimmed(change));
    }
    return one;
}

RealCall read_real(const std::string& name) {
    const auto slash = name.find('/');
    RealCall real{name.substr(0, slash), name.substr(slash + 1), {}, {}};
    const std::string file = cast::source() + "/tests/calls/" + real.folder + "-" + real.code + ".json";
    const auto document = kit::Json::read(file_text(file));
    auto read = read_application(document ? *document : kit::Json());
    if (read) {
        real.application = std::move(*read);
    } else {
        ADD_FAILURE() << file << ": " << read.error();
    }
    return real;
}

const std::vector<RealCall>& real_calls() {
    static const std::vector<RealCall> calls = [] {
        std::vector<RealCall> all;
        std::istringstream text(file_text(cast::source() + "/tests/calls/real_calls.txt"));
        for (std::string line; std::getline(text, line);) {
            if (line.starts_with('[')) {
                all.push_back(read_real(line.substr(1, line.size() - 2)));
            } else if (!line.empty() && !line.starts_with('#')) {
                all.back().changed.push_back(read_changed(line, all.back().application));
            }
        }
        return all;
    }();
    return calls;
}

call::Call load(const std::string& folder, const std::string& code) {
    const std::string path = cast::source() + "/programmes/" + folder + "/";
    kit::Faults faults;
    const auto programme = programme::load({"programme.toml", file_text(path + "programme.toml")}, faults);
    const std::string name = "calls/" + code + ".toml";
    call::Call made = call::load({name, file_text(path + name)}, programme, faults);
    EXPECT_EQ(faults.text(), "") << folder;
    return made;
}

const kit::Words& words() {
    static const kit::Words made(cast::build() + "/texts", Zone("Europe/Helsinki"));
    return made;
}

/// Where the rules stand that refused the application, or those that are a wish.
std::string rules_of(const Tried& tried, bool wishes) {
    std::string all;
    for (const TriedFinding& finding : tried.findings) {
        if ((finding.kind == TriedFinding::Kind::wish) == wishes) {
            all += (all.empty() ? "" : ", ") + finding.reason.rule;
        }
    }
    return all;
}

std::string told(const TriedFinding& finding) {
    std::string text = "  " + finding.reason.rule + "\n";
    for (const Language language : languages) {
        const auto say = [&](const Phrase& phrase) { return phrase.empty() ? "-" : words().text(language, phrase); };
        text += "    " + std::string(code(language)) + " | " + say(finding.reason.allowed) + " | " +
                say(finding.reason.found) + " | " + say(finding.reason.phrase) + "\n";
    }
    return text;
}

TEST(RealCalls, EveryCallOfEveryProgrammeFolderLoads) {
    int calls = 0;
    for (const auto& folder : std::filesystem::directory_iterator(cast::source() + "/programmes")) {
        for (const auto& file : std::filesystem::directory_iterator(folder.path() / "calls")) {
            load(folder.path().filename().string(), file.path().stem().string());
            ++calls;
        }
    }
    EXPECT_GE(calls, 14);
}

TEST(RealCalls, AcceptAnApplicationThatKeepsTheirRules) {
    EXPECT_GE(real_calls().size(), 13U);
    for (const RealCall& real : real_calls()) {
        const call::Call call = load(real.folder, real.code);
        const Tried tried = try_application(real.application, call, call.window.opens);
        EXPECT_TRUE(tried.accepted) << real.name() << "\n" << told_as_text(tried, call, words(), Language::en);
        EXPECT_FALSE(try_application(real.application, call, call.window.opens - Duration{1}).accepted) << real.name();
        if (!call.window.endless) {
            EXPECT_FALSE(try_application(real.application, call, call.window.closes + Duration{1}).accepted)
                << real.name();
        }
    }
}

TEST(RealCalls, TellJustTheRuleThatIsBroken) {
    std::string all;
    for (const RealCall& real : real_calls()) {
        const call::Call call = load(real.folder, real.code);
        all += real.name() + "\n";
        for (const Changed& changed : real.changed) {
            const Tried tried = try_application(changed.application, call);
            EXPECT_EQ(tried.accepted, changed.outcome != Outcome::refused) << real.name() << " " << changed.rules;
            EXPECT_EQ(rules_of(tried, changed.outcome == Outcome::wished),
                      changed.outcome == Outcome::accepted ? "" : changed.rules)
                << real.name() << "\n"
                << told_as_text(tried, call, words(), Language::en);
            for (const TriedFinding& finding : tried.findings) {
                EXPECT_GT(finding.line, 0) << real.name() << " " << finding.reason.rule;
                all += told(finding);
            }
        }
    }
    const std::string got = cast::build() + "/real_calls_told.got.txt";
    std::ofstream(got, std::ios::binary) << all;
    EXPECT_EQ(file_text(cast::source() + "/tests/calls/real_calls_told.txt"), all) << "what is told now: " << got;
}

TEST(RealCalls, KeepWhatNoApplicationCanBreak) {
    EXPECT_EQ(load("etela-karjala", "2023-business").scoring.minimum_total, 16);
    EXPECT_TRUE(load("seinajoki", "2022").one_project.has_value());
    EXPECT_EQ(load("kainuu", "corona-akke").window.order, call::Window::Order::arrival);
    EXPECT_TRUE(load("lahti", "green-capital").window.until_pot_empty);
    EXPECT_TRUE(load("keski-pohjanmaa", "react-eu-2021").window.extended_from.has_value());
    EXPECT_TRUE(load("keski-pohjanmaa", "react-eu-2021").pots.front().conditional.has_value());
    EXPECT_EQ(load("varsinais-suomi", "2023").pots.size(), 2U);
    EXPECT_EQ(load("kokkola", "2025").recommended_start, Date::of(2025, 11, 1));
}

}  // namespace
}  // namespace vastin::application
