"""GStreamer's RTSP server, serving encoded clips over and over without encoding anything.

Reads one line of JSON from its input: {"port": 0, "began": seconds since 1970, "auth": {"user",
"password", "scheme"} if any, "cameras": [{"path", "file", "codec", "fps"}]}. A file holds the pictures of a clip in order, each
as a length (four bytes, high one first), a byte that is 1 for a key frame, and the picture in the
byte stream format. Writes one line of JSON when it serves, and ends when its input does.
"""

import json
import struct
import sys
import time

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstApp", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstApp, GstRtsp, GstRtspServer  # noqa: E402,F401

ROLE = "viewer"
LAUNCH = (
    "( appsrc name=source is-live=true format=time max-bytes=0"
    " caps=video/x-{codec},stream-format=byte-stream,alignment=au,framerate={fps}/1"
    " ! rtp{codec}pay name=pay0 pt=96 config-interval=-1 mtu=1400 )"
)


def read_pictures(file):
    pictures = []
    with open(file, "rb") as clip:
        while head := clip.read(5):
            length, key = struct.unpack(">IB", head)
            pictures.append((clip.read(length), key == 1))
    return pictures


class Feed:
    """Feeds one pipeline with what the camera films from now on, beginning with a key frame."""

    def __init__(self, source, camera):
        self.source = source
        self.camera = camera
        self.pictures = camera["pictures"]
        self.ordinal = camera["next"]()
        while not self.pictures[self.ordinal % len(self.pictures)][1]:
            self.ordinal += 1
        self.first = self.ordinal
        self.base = None
        self.timer = None
        self.schedule()

    def schedule(self):
        wait = self.camera["due"](self.ordinal) - time.monotonic()
        self.timer = GLib.timeout_add(max(0, round(wait * 1000)), self.push)

    def push(self):
        self.timer = None
        if self.base is None:
            clock = self.source.get_clock()
            self.base = clock.get_time() - self.source.get_base_time() if clock else 0
        content, key = self.pictures[self.ordinal % len(self.pictures)]
        buffer = Gst.Buffer.new_wrapped(content)
        passed = self.ordinal - self.first
        buffer.pts = buffer.dts = self.base + passed * Gst.SECOND // self.camera["fps"]
        buffer.duration = Gst.SECOND // self.camera["fps"]
        if not key:
            buffer.set_flags(Gst.BufferFlags.DELTA_UNIT)
        if self.source.emit("push-buffer", buffer) == Gst.FlowReturn.OK:
            self.ordinal += 1
            self.schedule()
        return GLib.SOURCE_REMOVE

    def stop(self, _media):
        if self.timer is not None:
            GLib.source_remove(self.timer)
            self.timer = None


def configure(_factory, media, camera):
    source = media.get_element().get_by_name_recurse_up("source")
    feeds = []

    def prepared(_media):
        feeds.append(Feed(source, camera))

    def unprepared(stopped):
        for feed in feeds:
            feed.stop(stopped)
        feeds.clear()

    # Data must flow while the media is being prepared, since it is described from what flows.
    prepared(media)
    media.connect("unprepared", unprepared)


def film(camera, epoch):
    """A camera films on whether anybody watches or not."""
    fps = camera["fps"]
    camera["pictures"] = read_pictures(camera["file"])
    camera["due"] = lambda ordinal: epoch + ordinal / fps
    camera["next"] = lambda: int((time.monotonic() - epoch) * fps) + 1


def authentication(wanted):
    auth = GstRtspServer.RTSPAuth()
    token = GstRtspServer.RTSPToken.new()
    token.set_string(GstRtspServer.RTSP_TOKEN_MEDIA_FACTORY_ROLE, ROLE)
    user, password = wanted["user"], wanted["password"]
    if wanted["scheme"] == "DIGEST":
        auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
        auth.add_digest(user, password, token)
    else:
        auth.add_basic(GstRtspServer.RTSPAuth.make_basic(user, password), token)
    return auth


def permissions():
    allowed = GstRtspServer.RTSPPermissions()
    allowed.add_role(ROLE)
    allowed.add_permission_for_role(ROLE, GstRtspServer.RTSP_PERM_MEDIA_FACTORY_ACCESS, True)
    allowed.add_permission_for_role(ROLE, GstRtspServer.RTSP_PERM_MEDIA_FACTORY_CONSTRUCT, True)
    return allowed


def main():
    wanted = json.loads(sys.stdin.readline())
    Gst.init(None)
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service(str(wanted["port"]))
    auth = wanted.get("auth")
    if auth:
        server.set_auth(authentication(auth))
    epoch = wanted["began"] - time.time() + time.monotonic()
    for camera in wanted["cameras"]:
        film(camera, epoch)
        factory = GstRtspServer.RTSPMediaFactory()
        factory.set_launch(LAUNCH.format(codec=camera["codec"].lower(), fps=camera["fps"]))
        factory.set_shared(True)
        if auth:
            factory.set_permissions(permissions())
        factory.connect("media-configure", configure, camera)
        server.get_mount_points().add_factory("/" + camera["path"], factory)
    if not server.attach(None):
        sys.exit("port %s cannot be listened on" % wanted["port"])
    print(json.dumps({"port": server.get_bound_port()}), flush=True)

    loop = GLib.MainLoop()
    GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_HUP, lambda *_: loop.quit())
    # Sessions of clients that vanished are not dropped otherwise.
    GLib.timeout_add_seconds(2, lambda: server.get_session_pool().cleanup() >= 0)
    loop.run()


main()
