"""One window per store: a second start raises the first and leaves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QThread, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

# A cold start on a slow disk takes this long until it listens.
_PATIENCE_MS = 10_000
_ANSWER_MS = 1000
_POLL_MS = 50


class SingleWindow(QObject):
    """Holds the store's window lock while it lives; `raised` asks the window to come forward."""

    raised = Signal()

    def __init__(self, lock_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = lock_file.parent
        self._lock = QLockFile(str(lock_file))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """Become the one window; False when another is, which is then asked to come forward.

        One that has only just started does not listen yet, and is waited for. A folder that
        cannot be written takes no lock; signing in says so better than silence.
        """
        deadline = QDeadlineTimer(_PATIENCE_MS)
        while not self._is_taken():
            if self._raise_other():
                return False
            # Nobody answers: the lock may be of a machine that was renamed since. It is taken
            # only when no living process holds it.
            if self._lock.removeStaleLockFile() and self._lock.tryLock(0):
                return True
            if deadline.hasExpired():
                return False
            QThread.msleep(_POLL_MS)
        return True

    @Slot()
    def listen(self) -> None:
        """Hear later starts from now on; the window is there first, Qt's network part after it."""
        from PySide6.QtNetwork import QLocalServer

        name = self._name()
        QLocalServer.removeServer(name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)
        self._server.listen(name)

    def release(self) -> None:
        """Let another window start."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _is_taken(self) -> bool:
        """Say whether the lock is ours, or none can be had here."""
        locked = QLockFile.LockError.LockFailedError
        return self._lock.tryLock(0) or self._lock.error() != locked

    def _name(self) -> str:
        from hashlib import blake2b

        # The name of a local socket is short on some systems, and must not tell the path.
        digest = blake2b(str(self._folder.resolve()).encode(), digest_size=8)
        return f"motcua-{digest.hexdigest()}"

    def _raise_other(self) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name())
        if not socket.waitForConnected(_ANSWER_MS):
            return False
        socket.disconnectFromServer()
        return True

    @Slot()
    def _on_connected(self) -> None:
        assert self._server is not None
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.close()
            connection.deleteLater()
        self.raised.emit()
