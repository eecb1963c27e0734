#pragma once
// Costs and payers that are made up: from a size of the project to the sums that are typed. Inside application only.
#include <map>
#include <string>
#include <vector>

#include "application/made_up_values.h"

namespace vastin::application {

class Planner {
  public:
    Planner(const call::Call& call, const Compared& compared);
    /// New costs for every part, of a new size; then who pays them.
    void costs(Application& application, Chance& chance) const;
    /// What each payer pays, typed where the form asks for it: as the rules work it out, now and then otherwise.
    void payers(Application& application, Chance& chance) const;
    /// Whether `key` is a question that costs() or payers() answer.
    bool answers(const std::string& key) const;

  private:
    Money size(Chance& chance) const;
    void part_costs(form::Answers& part, Money total, int year, Chance& chance) const;
    /// How costs are parted among the categories, and which one carries most.
    std::pair<std::vector<Share>, std::size_t> parted(const std::vector<std::string>& categories, Chance& chance) const;
    void put(form::Answers& part, const std::string& key, Money sum, int year) const;
    void put_pay(form::Answers& part, Money pay, int year, Chance& chance) const;
    std::string varied(const funding::PayerRule& payer, Money computed, Money total, Chance& chance) const;

    const call::Call& call_;
    const Compared& compared_;
    std::vector<Money> sizes_;              // total costs at which something changes
    std::vector<funding::PayerKey> typed_;  // payers whose sum a part asks for
    call::Call relaxed_;                    // the call, not asking for those sums
};

}  // namespace vastin::application
