#include "call/asked_store.h"

namespace vastin::call {

Money asked_of(kit::Transaction& t, const Code<Call>& code) {
    const auto row = t.maybe<Money>(R"sql(SELECT support FROM call_asked WHERE call = :call)sql", code.text);
    return row ? std::get<0>(*row) : Money();
}

void add_asked(kit::Transaction& t, const Code<Call>& code, Money support) {
    t.change(R"sql(INSERT INTO call_asked (call, support) VALUES (:call, :support)
                   ON CONFLICT (call) DO UPDATE SET support = call_asked.support + excluded.support)sql",
             code.text,
             support);
}

}  // namespace vastin::call
