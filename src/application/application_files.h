#pragma once
// Attachments of an application: put into the places that its call names, taken out again, until it is sent. What was
// sent stays with the submission for ever.
#include <string>
#include <vector>

#include "application/application_acts.h"

namespace vastin::application {

/// What came of the files of one form.
struct Attached {
    std::int64_t added = 0;
    std::vector<Reason> refused;  // why the others were not taken, at the place
    friend bool operator==(const Attached&, const Attached&) = default;
};
/// Puts the files that a form has just brought into a place, each for itself: one that cannot be taken does not keep
/// the others out. What is there already under the same name is not put there twice. Refusal: not_found (no such
/// place), conflict as for save(), invalid with the reasons when none could be taken.
Result<Attached> attach(flow::Act& act,
                        const identity::Person& person,
                        std::string_view id,
                        std::string_view place,
                        const std::vector<kit::UploadedFile>& files);
/// Takes a file out of the draft. Refusal: not_found, conflict as for save().
Done detach(flow::Act& act, const identity::Person& person, std::string_view id, std::string_view attachment);

/// Those of one place.
std::vector<document::Attachment> files_in(const Application& application, std::string_view place);
/// "attachments.other": the id of the place on its page, which a reason links to.
std::string place_field(std::string_view place);

}  // namespace vastin::application
