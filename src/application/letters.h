#pragma once
// What an application's people are told by message, each in their language.
#include "application/application_people_store.h"
#include "application/application_send.h"

namespace vastin::application {

/// "Your application has arrived": register number, arrival to the second, checksum, the receipt's address.
flow::Letter receipt_letter(const flow::World& world,
                            const identity::Person& person,
                            const Application& application,
                            const call::Call& call,
                            const Receipt& receipt);
/// "You are invited": by whom (a role), to what, what the link lets one do, how long it holds.
flow::Letter invitation_letter(const flow::World& world,
                               const identity::Person& person,
                               const Application& application,
                               const call::Call& call,
                               const Invited& invited,
                               const std::string& token);
/// "Your project has been let through to the second stage": which call it is, until when, where to begin.
flow::Letter let_through_letter(const flow::World& world,
                                const identity::NewAccount& person,
                                const Application& application,
                                const call::Call& second);
/// "Application KOK-2025-001 has been withdrawn".
flow::Letter withdrawal_letter(const flow::World& world,
                               const identity::Person& person,
                               const Application& application);

}  // namespace vastin::application
