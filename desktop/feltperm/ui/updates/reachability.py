"""What the machine says of its network: is there one, and does it cost (DESIGN section 6).

A hint and never a gate: a check that a person asks for is made whatever this says. The only
module that loads Qt's network library, and only once there is a source to ask.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation, QNetworkInterface

__all__ = ["Reachability", "information"]

_Feature = QNetworkInformation.Feature
_Medium = QNetworkInformation.TransportMedium
_Flag = QNetworkInterface.InterfaceFlag
_Kind = QNetworkInterface.InterfaceType

#: Over these one usually pays for what is sent.
_COSTLY_MEDIA = (_Medium.Cellular, _Medium.Bluetooth)
#: How systems call the interface of a modem; its type says «Ethernet» or nothing.
_MODEMS = ("wwan", "ppp", "rmnet", "usb", "bnep")


def information() -> QNetworkInformation | None:
    """Return what the system's own service knows, or None where Qt can speak to none."""
    if QNetworkInformation.instance() is None:
        QNetworkInformation.loadDefaultBackend()
    return QNetworkInformation.instance()


class Reachability(QObject):
    """Says whether there is a network, what it costs, and when one appears.

    Where the system has no service to ask, the interfaces are looked at instead, each time
    :meth:`look` is called.

    Signals:
        appeared: there was no network, and now there is one.
    """

    appeared = Signal()

    def __init__(
        self,
        service: QNetworkInformation | None = None,
        interfaces: Callable[[], Iterable[QNetworkInterface]] = QNetworkInterface.allInterfaces,
        parent: QObject | None = None,
    ) -> None:
        """Ask ``service``, as :func:`information` gives it, else the ``interfaces``."""
        super().__init__(parent)
        self._service, self._interfaces = service, interfaces
        self._online = self.online()
        if service is not None:
            service.reachabilityChanged.connect(lambda _now: self.look())

    def look(self) -> None:
        """Look again, and say so if a network has appeared since the last time."""
        before, self._online = self._online, self.online()
        if self._online and not before:
            self.appeared.emit()

    def online(self) -> bool:
        """Say whether anything beyond this machine can be reached, as far as it is known."""
        service = self._service
        if service is None or not service.supports(_Feature.Reachability):
            return bool(self._working())
        reach = service.reachability()
        if reach is QNetworkInformation.Reachability.Unknown:
            return bool(self._working())
        # a publisher's server may stand in the local network: only «disconnected» is none
        return reach is not QNetworkInformation.Reachability.Disconnected

    def metered(self) -> bool:
        """Say whether what is sent costs, as over a telephone; unknown counts as no."""
        service = self._service
        if service is not None:
            if service.supports(_Feature.Metered) and service.isMetered():
                return True
            if service.supports(_Feature.TransportMedium):
                medium = service.transportMedium()
                if medium is not _Medium.Unknown:
                    return medium in _COSTLY_MEDIA
        working = self._working()
        return bool(working) and all(_is_modem(one) for one in working)

    def _working(self) -> list[QNetworkInterface]:
        """Return the interfaces that lead out of the machine."""
        return [one for one in self._interfaces() if _leads_out(one)]


def _leads_out(interface: QNetworkInterface) -> bool:
    flags = interface.flags()
    up = _Flag.IsUp in flags and _Flag.IsRunning in flags
    if not up or _Flag.IsLoopBack in flags or interface.type() is _Kind.Virtual:
        return False
    addresses = (entry.ip() for entry in interface.addressEntries())
    return any(not address.isLoopback() and not address.isLinkLocal() for address in addresses)


def _is_modem(interface: QNetworkInterface) -> bool:
    named = interface.name().startswith(_MODEMS)
    return named or interface.type() in (_Kind.Ppp, _Kind.Slip)
