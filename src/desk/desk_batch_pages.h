#pragma once
// Inside desk only: what a call's page says of its batches, and of the order of arrival until the pot is empty.
#include <vector>

#include "call/opening.h"
#include "desk/desk_filter.h"
#include "desk/desk_list_store.h"
#include "page/page.h"

namespace vastin::desk {

/// A batch and what it was asked for.
struct BatchSum {
    call::Batch batch;
    Stretch sums;
};
/// Those that have begun, the newest first; none where the call has no cut-offs. One statement for each.
std::vector<BatchSum> batch_sums(kit::Transaction& t, const call::Call& call, Instant now);
/// Section BATCHES: each against the pot, with a link to its applications.
void fill_batches(kit::View& body,
                  const page::Visit& visit,
                  const call::Call& call,
                  const std::vector<BatchSum>& sums,
                  const Chosen& chosen);
/// Section BY_BATCHES: links that keep what else is chosen.
void fill_batch_filter(kit::View& body,
                       const page::Visit& visit,
                       const call::Call& call,
                       const std::vector<BatchSum>& sums,
                       const Chosen& chosen);

/// Place by place in the order of arrival: how many stand so far and what they ask of the pot.
class Running {
  public:
    /// Where the call is handled in the order of arrival or ends with its pot, and the list leaves nothing out; else
    /// nothing is shown. From `after` on; what stands before it is one statement, on a first page none.
    static Running of(kit::Transaction& t, const call::Call& call, const Chosen& chosen, const Place& after);
    bool shown() const { return shown_; }
    const Stretch& so_far() const { return so_far_; }
    /// Sections PLACED and, behind the application with which the pot ends, POT_ENDS of a row of the list.
    void fill(kit::View& row, const kit::Words& words, Language language, const Row& one);

  private:
    bool shown_ = false;
    Money pot_;
    Stretch so_far_;
};

}  // namespace vastin::desk
