#pragma once
// From what a person typed to a code in its one written form, or to the sentence that says what is wrong. Spaces and
// the dashes of word processors never matter. Whether the thing behind a code exists is not known here.
#include <string>
#include <string_view>

#include "form/read.h"

namespace vastin::form {

/// A Finnish business ID as "1097805-3": seven figures and a check digit (weights 7, 9, 10, 5, 8, 4, 2 modulo 11; a
/// remainder of 1 is never given out). Read also without the hyphen, without the first zero, and as the VAT number
/// FI10978053.
Read<std::string> read_business_id(std::string_view typed);

/// The number of an association in the Finnish register of associations, as "123.456": one to six figures, the point
/// before the last three. It has no check digit.
Read<std::string> read_association_number(std::string_view typed);

/// An account number of the SEPA area as "FI2112345600000785": country, its length, remainder 1 modulo 97 (ISO 13616).
Read<std::string> read_iban(std::string_view typed);
/// An IBAN that was read, as it is printed: "FI21 1234 5600 0007 85".
std::string write_iban(std::string_view iban);

/// The BIC of a bank, 8 or 11 letters and figures in capitals: "NDEAFIHH" (ISO 9362).
Read<std::string> read_bic(std::string_view typed);

/// An e-mail address in small letters, at most 254: nothing in it can add a header or a second recipient to a letter.
Read<std::string> read_email(std::string_view typed);

/// A telephone number as "+358401234567", or without country as "0401234567": 5 to 15 figures (E.164). Spaces, hyphens,
/// brackets and points part it; "00" and "+" are the same, "(0)" after the country is left out.
Read<std::string> read_phone(std::string_view typed);

/// The address of a web site, "https://" put before it where no scheme is typed: http or https, a host with a point, no
/// user name; at most kit::limits::line_letters.
Read<std::string> read_web(std::string_view typed);

/// A postal code of five figures as "67100", as Finland and Sweden write it; "FI-67100" and "671 00" are read.
Read<std::string> read_postal_code(std::string_view typed);

}  // namespace vastin::form
