"""An editor as a person uses it, on pytest-lsp's client: files are opened and typed in, places are named by their text."""

import asyncio
import re

import house
from lsprotocol import types as lsp
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities, make_test_lsp_client


def config():
    return ClientServerConfig(server_command=[str(house.PROGRAM), "lsp"], client_factory=make_test_lsp_client)


async def start(client: LanguageClient, folder, capabilities=None):
    return await client.initialize_session(
        lsp.InitializeParams(
            capabilities=capabilities or client_capabilities("visual-studio-code"),
            workspace_folders=[lsp.WorkspaceFolder(uri=folder.as_uri(), name=folder.name)],
        )
    )


class File:
    """An open file. Its text is kept here too, so that places can be told apart from what the server says."""

    def __init__(self, client, path, text=None):
        self.client = client
        self.uri = path.as_uri()
        self.text = path.read_text(encoding="utf-8") if text is None else text
        self.version = 1
        item = lsp.TextDocumentItem(uri=self.uri, language_id="yaml", version=1, text=self.text)
        client.text_document_did_open(lsp.DidOpenTextDocumentParams(text_document=item))

    @property
    def id(self):
        return lsp.TextDocumentIdentifier(uri=self.uri)

    def position(self, offset):
        """In UTF-16 units, as the protocol has it by default."""
        before = re.split("\r\n|\n|\r", self.text[:offset])
        return lsp.Position(line=len(before) - 1, character=len(before[-1].encode("utf-16-le")) // 2)

    def range(self, text, within=None):
        """Where `text` stands; its first place behind `within`."""
        start = self.text.index(text, self.text.index(within) if within else 0)
        return lsp.Range(start=self.position(start), end=self.position(start + len(text)))

    def at(self, range):
        """What stands at a range of the protocol's."""
        lines = self.text.splitlines(keepends=True) + [""]

        def offset(position):
            before = lines[position.line].encode("utf-16-le")[: position.character * 2].decode("utf-16-le")
            return sum(map(len, lines[: position.line])) + len(before)

        return self.text[offset(range.start) : offset(range.end)]

    def replace(self, old, new):
        """Types `new` in the place of `old`, and says only that to the server."""
        self.edit(self.text.index(old), len(old), new)

    def edit(self, start, length, new):
        change = lsp.TextDocumentContentChangePartial(
            range=lsp.Range(start=self.position(start), end=self.position(start + length)), text=new
        )
        self.text = self.text[:start] + new + self.text[start + length :]
        self._change(change)

    def write(self, text):
        """Hands the whole text over."""
        self.text = text
        self._change(lsp.TextDocumentContentChangeWholeDocument(text=text))

    def _change(self, change):
        self.version += 1
        id = lsp.VersionedTextDocumentIdentifier(uri=self.uri, version=self.version)
        self.client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(text_document=id, content_changes=[change])
        )

    async def findings(self):
        """What is told of this version."""
        for _ in range(2000):
            if self.client.diagnostics_versions.get(self.uri) == self.version:
                return list(self.client.diagnostics[self.uri])
            await asyncio.sleep(0.005)
        raise AssertionError(f"nothing was told of version {self.version}")

    async def codes(self):
        return [finding.code for finding in await self.findings()]

    def _place(self, text, typed):
        offset = self.text.index(text) + (len(text) if typed else 0)
        return {"text_document": self.id, "position": self.position(offset)}

    async def hover(self, text, within=None):
        start = self.range(text, within).start
        found = await self.client.text_document_hover_async(lsp.HoverParams(text_document=self.id, position=start))
        return found and found.contents.value

    async def complete(self, typed):
        """What is proposed behind `typed`, by label."""
        params = lsp.CompletionParams(**self._place(typed, typed=True))
        found = await self.client.text_document_completion_async(params)
        return {item.label: item for item in found or []}

    async def definition(self, text, within=None):
        place = self.range(text, within).start
        params = lsp.DefinitionParams(text_document=self.id, position=place)
        return await self.client.text_document_definition_async(params) or []

    async def actions(self, text, only=None):
        context = lsp.CodeActionContext(diagnostics=[], only=only)
        params = lsp.CodeActionParams(text_document=self.id, range=self.range(text), context=context)
        return await self.client.text_document_code_action_async(params) or []

    def apply(self, edit):
        """Makes a workspace edit in this file."""
        for one in sorted(edit.changes[self.uri], key=lambda it: (it.range.start.line, it.range.start.character))[::-1]:
            before = one.range.start
            lines = self.text.splitlines(keepends=True) + [""]
            start = sum(map(len, lines[: before.line]))
            start += len(lines[before.line].encode("utf-16-le")[: before.character * 2].decode("utf-16-le"))
            self.edit(start, len(self.at(one.range)), one.new_text)


def keep_versions(client):
    """Keeps of each file also the version that was told, and what the server asks to be told of."""
    client.diagnostics_versions = {}

    def told(params):
        client.diagnostics[params.uri] = params.diagnostics
        client.diagnostics_versions[params.uri] = params.version

    @client.feature(lsp.CLIENT_REGISTER_CAPABILITY)
    def registered(params):
        client.registered = [registration.method for registration in params.registrations]

    client.protocol.fm.features[lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS] = told
