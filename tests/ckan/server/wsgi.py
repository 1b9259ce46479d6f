# SPDX-License-Identifier: Apache-2.0
"""CKAN below /ckan, as a municipality has it. gunicorn loads this; CKAN itself only builds links with the prefix."""
import os

from ckan.cli import CKANConfigLoader
from ckan.config.middleware import make_app
from werkzeug.exceptions import NotFound
from werkzeug.middleware.dispatcher import DispatcherMiddleware

application = DispatcherMiddleware(
    NotFound(), {"/ckan": make_app(CKANConfigLoader(os.environ["CKAN_INI"]).get_config())})
