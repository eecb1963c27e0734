#pragma once
// Letters of an application, and the form of its register number.
#include <string>

#include "application/application_acts.h"

namespace vastin::application {

/// "KOK-2025-001": at least three digits.
std::string register_number(const std::string& series, std::int64_t number);

/// The receipt to the sender, in the sender's language: number, arrival time, hash, address of the receipt page.
/// Law: an automatic receipt is sent at once when an electronic message has arrived (DOMAIN, Arrival).
flow::Letter receipt_letter(const flow::World& world,
                            const identity::Person& person,
                            const Application& application,
                            const call::Call& call,
                            const Receipt& receipt);

}  // namespace vastin::application
