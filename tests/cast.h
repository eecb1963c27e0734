#pragma once
// A small cast of named people and things that the tests share.
