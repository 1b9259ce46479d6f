# SPDX-License-Identifier: Apache-2.0

# Header-only C++ libraries that no installed header shows: needed to build Anzenmap, not to use it.
find_package(fmt REQUIRED)
find_package(FastFloat REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(Python3 REQUIRED COMPONENTS Interpreter)

# anzenmap_library(<room> [HOT] SOURCES ... HEADERS ... [PRIVATE_HEADERS ...] [LINK ...] [PRIVATE_LINK ...]
#                  [BUILD_LINK ...])
# One static library, anzenmap::<room>. HEADERS are installed and must compile alone; BUILD_LINK names header-only
# libraries that stay out of the installed package. HOT rooms are built with -O3 in a release.
function(anzenmap_library room)
  cmake_parse_arguments(PARSE_ARGV 1 lib "HOT" ""
                        "SOURCES;HEADERS;PRIVATE_HEADERS;LINK;PRIVATE_LINK;BUILD_LINK")
  if(lib_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "anzenmap_library(${room}): what is ${lib_UNPARSED_ARGUMENTS}?")
  endif()
  set(target anzenmap_${room})
  add_library(${target} STATIC ${lib_SOURCES} ${lib_PRIVATE_HEADERS})
  add_library(anzenmap::${room} ALIAS ${target})
  target_sources(
    ${target} PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${lib_HEADERS})
  target_compile_features(${target} PUBLIC cxx_std_20)
  # The tree is installed under include/anzenmap, so both <anzenmap/gis/...> and "gis/..." work there.
  target_include_directories(${target} PUBLIC $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  target_link_libraries(${target} PUBLIC ${lib_LINK} PRIVATE ${lib_PRIVATE_LINK})
  foreach(header_only IN LISTS lib_BUILD_LINK)
    target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:${header_only}>)
  endforeach()
  if(lib_HOT)
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O3>)
  endif()
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${room} VERIFY_INTERFACE_HEADER_SETS ON)
  set_property(GLOBAL APPEND PROPERTY ANZENMAP_LIBRARIES ${target})
endfunction()
