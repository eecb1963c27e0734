#pragma once
// Applications that are made up of a call's own form and rules, by trying: for whoever prepares the call, to see that
// somebody can keep its rules, and for a rehearsal. The same seed gives the same applications.
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "application/application.h"

namespace vastin::application {

/// A made-up application, with what its call says to it. Names, numbers and addresses in it belong to nobody.
struct MadeUp {
    Application application;
    Judged judged;
    std::set<std::string> broken;  // rules that it breaks, as a Reason names them: "rules.region", "form.pay"
    std::map<std::string, std::set<std::size_t>> where;  // of those that single parts break: which, from 0
    bool accepted() const { return broken.empty(); }
};

/// What a search is for: an application that keeps the rules.
struct Aim {
    /// The rules that it must keep; nothing: all.
    std::optional<std::set<std::string>> rules{};
    /// What must hold besides, and the names (as in conditions) of what may be changed for it.
    std::function<bool(const MadeUp&)> more{};
    std::set<std::string> names{};
};

class Inventor {
  public:
    Inventor(const call::Call& call, std::uint64_t seed);
    ~Inventor();
    Inventor(const Inventor&) = delete;
    Inventor& operator=(const Inventor&) = delete;

    /// Makes applications up until one fits `aim`, mending what is wrong with those before it; at most `tries` of them.
    std::optional<MadeUp> find(const Aim& aim, int tries);
    /// Is shown every application that was tried, fitting or not.
    std::function<void(const MadeUp&)> watch;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// `count` applications of many kinds: of one and of several implementers, themes, cost models. Each is accepted where
/// one was found within the tries; what stands against one that is not says its judged.all().
std::vector<MadeUp> made_up(const call::Call& call, std::uint64_t seed, std::size_t count);

/// Whether `condition` holds for the application: of one that stands in a part, for any of its parts.
form::Truth holds_for(const form::Condition& condition, bool in_part, const MadeUp& made, const call::Call& call);

}  // namespace vastin::application
