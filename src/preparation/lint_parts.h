#pragma once
// What is looked at, by theme. Inside preparation only.
#include "preparation/lint.h"

namespace vastin::preparation {

/// Gathers what is found in one call.
struct Lint {
    const call::Call& call;
    const programme::Programme& programme;
    const Surroundings& around;
    std::vector<Finding> found{};

    void warn(std::string kind, std::string path, Phrase sentence, Phrase source = {});
    void stop(std::string kind, std::string path, Phrase sentence, Phrase source = {});
};

/// How the control of a path is called: "Closes".
Phrase label_of(const std::string& path);

void look_at_dates(Lint& lint);
void look_at_money(Lint& lint);
void look_at_questions(Lint& lint);
void look_at_texts(Lint& lint);
/// By trying: rules that no application keeps, answers that no application may give, conditions that never come true.
void try_it_out(Lint& lint);

}  // namespace vastin::preparation
