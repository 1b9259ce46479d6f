# SPDX-License-Identifier: Apache-2.0
cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE "${WORK}")
set(flags "${CXX_FLAGS}")
if(SANITIZE STREQUAL "address")
  string(APPEND flags " -fsanitize=address,undefined")
elseif(SANITIZE)
  string(APPEND flags " -fsanitize=${SANITIZE}")
endif()

function(step)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${ARGV} gave ${result}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

step("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${WORK}/prefix")
step("${CMAKE_COMMAND}" -G Ninja -S "${PROGRAM}" -B "${WORK}/build" "-DCMAKE_PREFIX_PATH=${WORK}/prefix"
     "-DCMAKE_CXX_COMPILER=${CXX}" "-DCMAKE_CXX_FLAGS=${flags}" "-DCMAKE_BUILD_TYPE=${BUILD_TYPE}")
step("${CMAKE_COMMAND}" --build "${WORK}/build")
step("${WORK}/build/consumer" "${PROGRAM}/survey.csv")
if(NOT output MATCHES "records: 2\n")
  message(FATAL_ERROR "the consumer printed:\n${output}")
endif()

# What an installed command needs must be installed with it.
foreach(file IN ITEMS bin/anzenmap share/anzenmap/profiles/safety-map.json share/anzenmap/tiles.json
                      include/anzenmap/gis/base/text.hpp)
  if(NOT EXISTS "${WORK}/prefix/${file}")
    message(FATAL_ERROR "${file} is not installed")
  endif()
endforeach()
step("${WORK}/prefix/bin/anzenmap" --version)
