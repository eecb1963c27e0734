// Broken call files: each is refused at a place, or loads and means what it says.
#include <gtest/gtest.h>

#include <ctime>
#include <random>

#include "call/call_load.h"
#include "kit/limits.h"
#include "programme/test_town.h"

namespace vastin::call {
namespace {

using programme::real_file;
using programme::SourceFile;

const programme::Programme& kokkola() {
    static const programme::Programme loaded = [] {
        kit::Faults faults;
        return programme::load(real_file("programme.toml"), faults);
    }();
    return loaded;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines{""};
    for (char c : text) {
        lines.back() += c;
        if (c == '\n') {
            lines.emplace_back();
        }
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) {
        text += line;
    }
    return text;
}

/// One mistake of the kinds that people and editors make.
std::string mutated(const std::string& text, std::mt19937& chance) {
    auto lines = lines_of(text);
    const auto any = [&](std::size_t below) {
        return std::uniform_int_distribution<std::size_t>(0, below - 1)(chance);
    };
    std::string& line = lines[any(lines.size())];
    static const std::vector<std::string> strange{"\"",
                                                  "'",
                                                  "=",
                                                  "[",
                                                  "]]",
                                                  "{",
                                                  "\\",
                                                  "é",
                                                  "\xff",
                                                  "0",
                                                  "-1",
                                                  "1e9",
                                                  "nan",
                                                  "true",
                                                  "#",
                                                  "2025-13-40",
                                                  "999999999999999999999",
                                                  "\t",
                                                  ","};
    switch (any(9)) {
        case 0:
            line.clear();
            break;
        case 1:
            line += line;
            break;
        case 2:
            std::swap(line, lines[any(lines.size())]);
            break;
        case 3:
            return text.substr(0, any(text.size()));
        case 4:
            line.insert(any(line.size() + 1), strange[any(strange.size())]);
            break;
        case 5:
            if (!line.empty()) {
                line.erase(any(line.size()), 1);
            }
            break;
        case 6:
            if (const auto equal = line.find('='); equal != std::string::npos) {
                line = line.substr(0, equal + 1) + " " + strange[any(strange.size())] + "\n";
            }
            break;
        case 7:
            if (const auto digit = line.find_first_of("0123456789"); digit != std::string::npos) {
                line[digit] = static_cast<char>('0' + any(10));
            }
            break;
        default:
            if (const auto equal = line.find('='); equal != std::string::npos) {
                line.insert(equal == 0 ? 0 : equal - 1, "x");
            }
    }
    return joined(lines);
}

std::string canonical_of(const SourceFile& file) {
    kit::Faults faults;
    return kit::Toml::read(file.name, file.text, faults).canonical();
}

/// What this thread has worked so far: a busy machine does not count.
double work_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// Loads it within a second; faults stand at a place of the file.
Call judged(const SourceFile& file, kit::Faults& faults) {
    const double before = work_seconds();
    Call call = load(file, kokkola(), faults);
    EXPECT_LT(work_seconds() - before, 1.0);  // a limit of the product, not a measurement
    const auto lines = static_cast<int>(lines_of(file.text).size());
    for (const kit::Fault& fault : faults.all) {
        EXPECT_TRUE(fault.line >= 1 && fault.line <= lines && fault.column >= 1) << fault.text();
        EXPECT_FALSE(fault.message.empty());
    }
    return call;
}

TEST(BrokenCalls, AreRefusedAtAPlaceOrMeanWhatTheySay) {
    std::mt19937 chance(20251125);
    int refused = 0, loaded = 0;
    for (const char* name : {"calls/2021.toml", "calls/2022.toml", "calls/2025.toml"}) {
        const SourceFile good = real_file(name);
        kit::Faults none;
        const Call sound = load(good, kokkola(), none);
        ASSERT_TRUE(none.none());
        for (int i = 0; i < 80; ++i) {
            const SourceFile broken{good.name, mutated(good.text, chance)};
            kit::Faults faults;
            const Call call = judged(broken, faults);
            if (!faults.none()) {
                ++refused;
                continue;
            }
            ++loaded;
            const bool same_values = canonical_of(broken) == canonical_of(good);
            EXPECT_EQ(call.rules_hash == sound.rules_hash, same_values) << broken.text;
        }
    }
    EXPECT_GT(refused, 100);  // the mutations bite
    EXPECT_GT(loaded, 10);    // and not every change is a mistake
}

/// The call of 2025 with `more` in its first section, after the first question.
SourceFile with_questions(const std::string& more) {
    SourceFile file = real_file("calls/2025.toml");
    const auto at = file.text.find("[[form.sections.fields]]\nkey = \"project_kind\"");
    EXPECT_NE(at, std::string::npos);
    file.text.insert(at, more);
    return file;
}

std::string question(const std::string& key, const std::string& more = {}) {
    return "[[form.sections.fields]]\nkey = \"" + key +
           "\"\nkind = \"line\"\nlabel = { fi = \"a\", sv = \"b\", en = \"c\" }\n" + more + "\n";
}

TEST(BrokenCalls, ConditionsInACircleAreTold) {
    kit::Faults faults;
    judged(with_questions(question("one", "show = 'two is answered'") + question("two", "show = 'three = \"x\"'") +
                          question("three", "show = 'one is answered'")),
           faults);
    ASSERT_EQ(faults.all.size(), 1U);
    EXPECT_NE(faults.text().find("without a circle, found one -> two -> three -> one"), std::string::npos)
        << faults.text();
}

TEST(BrokenCalls, AWrongConditionIsToldAtItsLineAndColumn) {
    const SourceFile file = with_questions(question("one", "show = 'project_kind = \"pair\"'"));
    kit::Faults faults;
    judged(file, faults);
    ASSERT_EQ(faults.all.size(), 1U);
    const auto at = file.text.find("\"pair\"");
    const auto lines_before = std::count(file.text.begin(), file.text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    EXPECT_EQ(faults.all[0].line, lines_before + 1);
    EXPECT_EQ(faults.all[0].column, 24);
    EXPECT_EQ(faults.all[0].message, "expected one of \"single\", \"group\", found \"pair\"");
}

TEST(BrokenCalls, OfFiveThousandQuestionsLoadWithinASecondOrAreRefused) {
    std::string many;
    for (int i = 0; i < 5000; ++i) {
        many += question("q" + std::to_string(i), i > 0 ? "show = 'q" + std::to_string(i - 1) + " is answered'" : "");
    }
    kit::Faults faults;
    const Call call = judged(with_questions(many), faults);
    EXPECT_TRUE(faults.none() ? call.form.on_condition.size() == 4999U : !faults.text().empty());
}

TEST(BrokenCalls, WithTwoHundredThousandLettersOfGuidanceLoadOrAreRefused) {
    std::string hint;
    for (int i = 0; i < 20000; ++i) {
        hint += "kymmenen. ";
    }
    kit::Faults faults;
    judged(with_questions(question("long", "hint = { fi = \"" + hint + "\", sv = \"b\", en = \"c\" }")), faults);
}

}  // namespace
}  // namespace vastin::call
