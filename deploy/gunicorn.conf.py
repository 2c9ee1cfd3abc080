"""How gunicorn serves RefugeeGuide behind nginx: few workers, some threads, and a log that knows no visitor."""

bind = "unix:/run/refugeeguide/gunicorn.sock"
workers = 2
worker_class = "gthread"
threads = 4
timeout = 30
graceful_timeout = 20
# Each worker is renewed now and then; the jitter keeps them from doing so together.
max_requests = 5000
max_requests_jitter = 500
# Heartbeats on a disk can stall a healthy worker.
worker_tmp_dir = "/dev/shm"
# systemd is the one who controls it.
control_socket_disable = True

accesslog = "-"
# Method, status, size, seconds. No address, no path, no query, no browser: with a time they could point at a person.
access_log_format = "%(m)s %(s)s %(B)s %(L)s"
