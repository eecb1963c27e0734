#pragma once
// Where the rules of a call stand in its file.
#include <map>
#include <optional>
#include <string>

#include "call/call.h"
#include "kit/toml.h"

namespace vastin::call {

/// Finds the place of a rule that a Reason names: "rules.two-regions", "form.pay" (also of "form.pay.2026"),
/// "attachments.other", "funding.payers.city", "funding.total_costs_most", "window".
class RulePlaces {
  public:
    explicit RulePlaces(const Call& call);
    struct Found {
        std::string path;  // in the file: "form.sections[1].fields[2]"
        kit::Place at;
    };
    /// Nothing where the file has no such rule.
    std::optional<Found> find(const std::string& rule) const;

  private:
    kit::Faults faults_;
    std::optional<kit::Toml> root_;
    std::map<std::string, std::string> paths_;  // by the rule's name
};

}  // namespace vastin::call
