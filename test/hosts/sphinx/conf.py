project = "Notes"
extensions = ["myst_parser"]
html_static_path = ["_static"]
html_js_files = [("backprop-tutor/backprop-tutor.js", {"type": "module"})]
html_theme_options = {"body_min_width": "auto"}
