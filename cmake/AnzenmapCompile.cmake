# SPDX-License-Identifier: Apache-2.0
# How everything of this build is compiled. Nothing of it reaches a program that uses the installed libraries.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Release, Debug or RelWithDebInfo" FORCE)
endif()

find_program(ANZENMAP_CCACHE ccache)
mark_as_advanced(ANZENMAP_CCACHE)
if(ANZENMAP_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${ANZENMAP_CCACHE}")
endif()

if(ANZENMAP_X86_64_V2)
  include(CheckCXXSourceCompiles)
  check_cxx_source_compiles(
    "#if !defined(__x86_64__) || defined(__ILP32__)\n#error other processor\n#endif\nint main() {}"
    ANZENMAP_TARGETS_X86_64)
  if(ANZENMAP_TARGETS_X86_64)
    add_compile_options(-march=x86-64-v2)
  endif()
endif()

if(ANZENMAP_WARNINGS)
  add_compile_options(-Wall -Wextra -Wpedantic)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-restrict) # false alarms in std::string + char* since 12 (GCC bug 105651)
  endif()
endif()
if(ANZENMAP_WERROR)
  add_compile_options(-Werror)
endif()

if(ANZENMAP_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options(-Wno-maybe-uninitialized) # GCC's manual: instrumented code brings false alarms of this one
endif()
if(ANZENMAP_SANITIZE STREQUAL "address")
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
elseif(ANZENMAP_SANITIZE STREQUAL "thread")
  add_compile_options(-fsanitize=thread -fno-omit-frame-pointer)
  add_link_options(-fsanitize=thread)
elseif(NOT ANZENMAP_SANITIZE STREQUAL "")
  message(FATAL_ERROR "ANZENMAP_SANITIZE is address, thread or empty, not '${ANZENMAP_SANITIZE}'")
endif()

if(ANZENMAP_BUILD_FUZZERS)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined)
  add_link_options(-fsanitize=address,undefined)
endif()

if(ANZENMAP_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()
