#pragma once
// A page on paper: the same middle as on the screen, as PDF, made when somebody asks for it.
#include <string>
#include <string_view>

#include "page/page.h"

namespace vastin::page {

class Paper {
  public:
    /// `file` is the template of its middle; web/paper.css knows its classes.
    Paper(Visit& visit, std::string_view file, const Phrase& title);
    kit::View& body() { return body_; }
    /// The PDF (PDF/UA-1) as a file of this name, `foot` on each sheet. Takes about two seconds. Where it cannot be
    /// made now, the page that says why: 503 when the town has no maker or as many as may be are being made, 500 else.
    kit::Response answer(const std::string& name, const std::string& foot);

  private:
    Visit& visit_;
    kit::View frame_, body_;
    Phrase title_;
};

}  // namespace vastin::page
