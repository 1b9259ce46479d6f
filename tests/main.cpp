// SPDX-License-Identifier: Apache-2.0
// The one main() that the test programs of all rooms share: Catch2 is compiled here and nowhere else.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_session.hpp>

int main(int argc, char* argv[]) { return Catch::Session().run(argc, argv); }
#else
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#endif
