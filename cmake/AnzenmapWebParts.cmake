# SPDX-License-Identifier: Apache-2.0
# The npm packages that the map page is made of (exporters/web/package-lock.json), fetched when this is configured.
# AUTO: a machine without a network still builds everything but the map page, and the program tells so.

set(ANZENMAP_WEB_PARTS AUTO CACHE STRING "ON: the map page must be built; AUTO: when its parts can be fetched; OFF")
set_property(CACHE ANZENMAP_WEB_PARTS PROPERTY STRINGS ON AUTO OFF)
set(ANZENMAP_WEB_PARTS_FOLDER "${PROJECT_BINARY_DIR}/web-parts"
    CACHE PATH "Where the fetched parts of the map page are kept")

set(ANZENMAP_HAS_WEB_PARTS OFF)
if(NOT ANZENMAP_WEB_PARTS STREQUAL "OFF")
  execute_process(
    COMMAND "${Python3_EXECUTABLE}" "${PROJECT_SOURCE_DIR}/cmake/web_parts.py" fetch
            "${PROJECT_SOURCE_DIR}/exporters/web/package-lock.json" "${ANZENMAP_WEB_PARTS_FOLDER}"
    RESULT_VARIABLE result
    ERROR_VARIABLE told)
  set_property(DIRECTORY "${PROJECT_SOURCE_DIR}" APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
                                                                 "exporters/web/package-lock.json")
  if(result EQUAL 0)
    set(ANZENMAP_HAS_WEB_PARTS ON)
  elseif(ANZENMAP_WEB_PARTS STREQUAL "AUTO")
    message(WARNING "${told}The map page is left out; configure again when there is a network.")
  else()
    message(FATAL_ERROR "${told}")
  endif()
endif()
