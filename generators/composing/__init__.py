"""Turns a Publication into views of pages, tables and downloads; decides all addresses, orders and labels."""
