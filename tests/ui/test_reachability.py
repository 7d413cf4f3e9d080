"""What the machine says of its network is asked for, and believed as a hint."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QHostAddress, QNetworkInformation, QNetworkInterface
from PySide6.QtWidgets import QApplication

from feltperm.ui.updates.reachability import Reachability

Feature = QNetworkInformation.Feature
Reach = QNetworkInformation.Reachability
Medium = QNetworkInformation.TransportMedium
Flag = QNetworkInterface.InterfaceFlag
Kind = QNetworkInterface.InterfaceType
UP = Flag.IsUp | Flag.IsRunning
EVERYTHING = frozenset({Feature.Reachability, Feature.Metered, Feature.TransportMedium})


class Service(QObject):
    """The system's own service, as Qt shows it."""

    reachabilityChanged = Signal(object)

    def __init__(self, features: frozenset[Feature] = EVERYTHING) -> None:
        super().__init__()
        self.features = features
        self.reach, self.costs, self.medium = Reach.Online, False, Medium.WiFi

    def supports(self, feature: Feature) -> bool:
        return feature in self.features

    def reachability(self) -> Reach:
        return self.reach

    def isMetered(self) -> bool:
        return self.costs

    def transportMedium(self) -> Medium:
        return self.medium

    def turn(self, reach: Reach) -> None:
        self.reach = reach
        self.reachabilityChanged.emit(reach)


@dataclass
class Address:
    text: str

    def ip(self) -> QHostAddress:
        return QHostAddress(self.text)


@dataclass
class Interface:
    """One interface, as Qt lists it."""

    called: str = "eth0"
    state: Flag = UP
    kind: Kind = Kind.Ethernet
    addresses: list[str] = field(default_factory=lambda: ["192.0.2.2"])

    def name(self) -> str:
        return self.called

    def flags(self) -> Flag:
        return self.state

    def type(self) -> Kind:
        return self.kind

    def addressEntries(self) -> list[Address]:
        return list(map(Address, self.addresses))


LOOPBACK = Interface("lo", UP | Flag.IsLoopBack, Kind.Loopback, ["127.0.0.1"])


def made(service: Service | None = None, *interfaces: Interface) -> Reachability:
    return Reachability(service, lambda: list(interfaces))  # type: ignore[arg-type]


# --- with a service -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reach", "online"),
    [(Reach.Online, True), (Reach.Site, True), (Reach.Local, True), (Reach.Disconnected, False)],
)
def test_only_disconnected_is_no_network(qapp: QApplication, reach: Reach, online: bool) -> None:
    service = Service()
    service.reach = reach
    assert made(service).online() is online


def test_a_service_that_does_not_know_is_not_asked_further(qapp: QApplication) -> None:
    service = Service()
    service.reach = Reach.Unknown
    assert made(service, Interface()).online()
    assert not made(service, LOOPBACK).online()


def test_a_network_that_appears_is_told_once(qapp: QApplication) -> None:
    service = Service()
    service.reach = Reach.Disconnected
    reach, told = made(service), list[str]()
    reach.appeared.connect(lambda: told.append("now"))
    service.turn(Reach.Local)
    service.turn(Reach.Online)
    assert told == ["now"], "it became better, but it was there"
    service.turn(Reach.Disconnected)
    assert told == ["now"]
    service.turn(Reach.Online)
    assert told == ["now", "now"]


@pytest.mark.parametrize(
    ("costs", "medium", "metered"),
    [
        (False, Medium.WiFi, False),
        (False, Medium.Ethernet, False),
        (False, Medium.Cellular, True),
        (False, Medium.Bluetooth, True),
        (True, Medium.WiFi, True),
        (False, Medium.Unknown, False),
    ],
)
def test_a_telephone_costs_and_so_does_what_the_system_says_costs(
    qapp: QApplication, costs: bool, medium: Medium, metered: bool
) -> None:
    service = Service()
    service.costs, service.medium = costs, medium
    assert made(service, Interface()).metered() is metered


def test_a_service_that_knows_neither_cost_nor_medium_leaves_it_to_the_interfaces(
    qapp: QApplication,
) -> None:
    service = Service(frozenset({Feature.Reachability}))
    service.costs, service.medium = True, Medium.Cellular
    assert not made(service, Interface()).metered()
    assert made(service, Interface("wwan0")).metered()


# --- without one --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("interface", "online"),
    [
        (Interface(), True),
        (Interface("wlan0", kind=Kind.Wifi), True),
        (Interface(addresses=["2001:db8::1"]), True),
        (LOOPBACK, False),
        (Interface(state=Flag.IsUp), False),
        (Interface(addresses=[]), False),
        (Interface(addresses=["fe80::1", "169.254.3.4"]), False),
        (Interface("docker0", kind=Kind.Virtual), False),
    ],
)
def test_an_interface_counts_when_it_leads_out(
    qapp: QApplication, interface: Interface, online: bool
) -> None:
    assert made(None, LOOPBACK, interface).online() is online


def test_a_modem_alone_costs_and_a_cable_beside_it_does_not(qapp: QApplication) -> None:
    modem = Interface("wwan0", kind=Kind.Unknown)
    assert made(None, modem).metered()
    assert made(None, Interface("x", kind=Kind.Ppp)).metered()
    assert not made(None, modem, Interface()).metered()
    assert not made(None, LOOPBACK).metered(), "no network costs nothing"


def test_without_a_service_a_network_is_seen_when_it_is_looked_for(qapp: QApplication) -> None:
    interfaces, told = [LOOPBACK], list[str]()
    reach = Reachability(None, lambda: interfaces)  # type: ignore[arg-type, return-value]
    reach.appeared.connect(lambda: told.append("now"))
    reach.look()
    interfaces.append(Interface())
    assert not told
    reach.look()
    reach.look()
    assert told == ["now"]
