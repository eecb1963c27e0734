#pragma once
// Answers that are made up, question by question. Inside application only.
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "application/application.h"

namespace vastin::application {

/// Chance that is the same everywhere for the same seed (SplitMix64).
class Chance {
  public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next();
    /// From 0 to `count` - 1; `count` > 0.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    /// True `percent` times out of a hundred.
    bool percent(int percent) { return below(100) < static_cast<std::size_t>(percent); }
    template <class T>
    const T& one_of(const std::vector<T>& all) {
        return all[below(all.size())];
    }

  private:
    std::uint64_t state_;
};

/// Values that the call's own conditions compare an answer with, as they are typed, by the name in the condition; of
/// sums, numbers and days also those just below and above.
using Compared = std::map<std::string, std::vector<std::string>>;
Compared compared_in(const call::Call& call);

/// The euros of a sum as they are typed: "1234,50".
std::string typed_sum(Money sum);

/// Fills in one question as people in a Finnish town might.
class Answerer {
  public:
    Answerer(const call::Call& call, Compared compared);
    /// Puts an answer to `field` into `answers` in the place of what was there; one that need not be answered stays
    /// empty now and then. `ordinal`: of the implementer; 0 among the common questions.
    void answer(const form::Field& field, std::int64_t ordinal, form::Answers& answers, Chance& chance) const;
    /// New first and last days.
    void days(form::Answers& answers, Chance& chance) const;

  private:
    std::string simple(const form::Field& field, const std::string& name, std::int64_t ordinal, Chance& chance) const;
    std::string letters(const form::Field& field, std::int64_t ordinal, Chance& chance) const;
    std::string number(const form::Field& field, Chance& chance) const;
    std::string day(Chance& chance) const;
    void themes(const form::Field& field, form::Answers& answers, Chance& chance) const;
    void rows(const form::Field& field, std::int64_t ordinal, form::Answers& answers, Chance& chance) const;
    const call::Call& call_;
    Compared compared_;
};

}  // namespace vastin::application
