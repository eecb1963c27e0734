#pragma once
// Made-up applications against the call's own rules, a bounded number of them. Inside preparation only.
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "application/made_up.h"
#include "call/call_places.h"
#include "preparation/lint_parts.h"

namespace vastin::preparation {

// Tries, by what is looked for. Together they bound the time; docs/performance.md has it measured.
inline constexpr int tries_for_all = 400;    // until nobody is said to be able to keep the rules
inline constexpr int tries_of_one = 60;      // for one application, to begin with
inline constexpr int tries_of_hoped = 240;   // for one condition, or one answer
inline constexpr int tries_in_all = 3000;    // after which a condition gets a tenth
inline constexpr int tries_for_rules = 120;  // whether some of the rules can be kept without the others
inline constexpr int seen_at_least = 150;    // tries after which what was never seen is looked for by itself

/// Something that should come true in some application.
struct Hoped {
    std::string kind, path;
    Phrase sentence;
    std::set<std::string> names;  // on what it depends
    std::function<bool(const application::MadeUp&)> came;
    std::string question{};  // of one that is asked on a condition: whether it can be is looked at, too
    bool seen = false;
};

class Trying {
  public:
    explicit Trying(Lint& lint);
    void run();

  private:
    using Given = std::function<bool(const application::MadeUp&)>;
    /// "No application was found ...", with the names of the rules.
    using Sentence = std::function<Phrase(const std::vector<Spot>&)>;

    void watch(const application::MadeUp& made);
    std::string path_of(const std::string& rule) const;
    /// The control that a rule is corrected by, and what the rule is called.
    Spot spot_of(const std::string& rule) const;
    /// Tells the smallest set of rules that no application was found to keep, of those that are as `given`.
    void tell_conflict(const Given& given, std::set<std::string> names, const char* kind, const Sentence& sentence);
    /// An answer that nobody can give and be accepted should not be offered.
    void try_answer(const Phrase& name, const std::set<std::string>& names, const Given& given);
    void try_answers();

    void hope_for_conditions();
    void hope_for_field(const form::Section& section, const form::Field& field, const std::string& path);
    void hope_for_section(const form::Section& section);
    void hope_for_place(const call::FilePlace& place);
    void hope_for_rule(const call::Rule& rule);
    void hope_for_shares();
    void look_for(Hoped& hoped);

    Lint& lint_;
    const call::Call& call_;
    call::RulePlaces places_;
    application::Inventor inventor_;
    std::vector<Hoped> hoped_;
    std::set<std::set<std::string>> broken_;  // by those whose plan could be worked out
    std::set<std::string> told_;              // paths of rules that nobody was found to keep
    int tried_ = 0;
};

}  // namespace vastin::preparation
