#pragma once
// Letters about who acts for whom.
#include "flow/act.h"
#include "organisation/representation.h"

namespace vastin::organisation {

/// "Centria-ammattikorkeakoulu", "Kokkolan yliopistokeskus Chydenius, Jyväskylän yliopisto".
std::string whom(const Representation& representation, Language language);

/// To one who may decide; `path` leads there, after the language.
struct Decider {
    std::string email;
    Language language = Language::fi;
    std::string path;
};
flow::Letter said_letter(const flow::World& world, const Decider& to, const Representative& who);
/// To the speaker.
flow::Letter confirmed_letter(const flow::World& world, const Representative& who);
flow::Letter declined_letter(const flow::World& world, const Representative& who, State before);

}  // namespace vastin::organisation
