# SPDX-License-Identifier: Apache-2.0
# Against a real CKAN, which ctest starts before them and stops after them (unless it was running).
set(ANZENMAP_CKAN_VERSIONS "2.11.6" CACHE STRING "CKANs that the tests publish to; ./dev test --all takes three")
option(ANZENMAP_SLOW_TESTS "Also tests that take minutes; ./dev test --all" OFF)

# anzenmap_ckan_test(<test_x.py> VERSION v [WORDS ...] [LABELS ...] [TIMEOUT s])
function(anzenmap_ckan_test script)
  cmake_parse_arguments(PARSE_ARGV 1 test "" "VERSION;TIMEOUT" "WORDS;LABELS")
  if(NOT test_TIMEOUT)
    set(test_TIMEOUT 900)
  endif()
  list(JOIN test_WORDS " " words)
  string(STRIP "ckan ${test_VERSION}/${script} ${words}" name)
  add_test(NAME "${name}" COMMAND "${ANZENMAP_TEST_PYTHON}" "${CMAKE_CURRENT_SOURCE_DIR}/${script}" ${test_WORDS})
  set_tests_properties(
    "${name}" PROPERTIES LABELS "ckan;${test_LABELS}" TIMEOUT ${test_TIMEOUT} SKIP_RETURN_CODE 77
                         ENVIRONMENT "${test_environment};ANZENMAP_CKAN_VERSION=${test_VERSION}"
                         FIXTURES_REQUIRED "ckan_${test_VERSION}")
endfunction()

if(NOT ANZENMAP_SANITIZE AND NOT ANZENMAP_COVERAGE)
  foreach(version IN LISTS ANZENMAP_CKAN_VERSIONS)
    anzenmap_ckan_test(fixture.py VERSION ${version} WORDS up)
    anzenmap_ckan_test(fixture.py VERSION ${version} WORDS down)
    set_tests_properties("ckan ${version}/fixture.py up" PROPERTIES FIXTURES_REQUIRED "" FIXTURES_SETUP "ckan_${version}")
    set_tests_properties("ckan ${version}/fixture.py down" PROPERTIES FIXTURES_REQUIRED "" FIXTURES_CLEANUP
                                                                                          "ckan_${version}")
    anzenmap_ckan_test(test_conflicts.py VERSION ${version})
    anzenmap_ckan_test(test_faults.py VERSION ${version} TIMEOUT 1500)
    set(kinds new changed datastore)
    if(ANZENMAP_SLOW_TESTS)
      list(APPEND kinds datastore-changed)
    endif()
    foreach(kind IN LISTS kinds)
      anzenmap_ckan_test(test_kill.py VERSION ${version} WORDS ${kind} TIMEOUT 1500)
    endforeach()
    anzenmap_ckan_test(test_publish.py VERSION ${version})
    anzenmap_ckan_test(test_secrets.py VERSION ${version})
  endforeach()
  if(ANZENMAP_SLOW_TESTS)
    anzenmap_ckan_test(test_large.py VERSION 2.11.6 LABELS slow TIMEOUT 1500)
  endif()
endif()
